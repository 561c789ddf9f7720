/** The file in which an operator says where alerts go: read, checked, and every fault named by its place. */
package io.missionwatch.alert.deliveries.plan;
