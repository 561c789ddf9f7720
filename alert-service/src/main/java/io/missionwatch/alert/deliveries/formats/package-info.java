/** Alerts as the documents that consoles read: our own JSON, OCSF, ECS. */
package io.missionwatch.alert.deliveries.formats;
