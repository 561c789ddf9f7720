/** The deliveries of a service: reads the operator's file and puts every sink to work. */
package io.missionwatch.alert.deliveries;
