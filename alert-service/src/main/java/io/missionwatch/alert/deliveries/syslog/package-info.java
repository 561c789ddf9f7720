/** Alerts as CEF in syslog messages, over TCP or TLS. */
package io.missionwatch.alert.deliveries.syslog;
