/** How sinks reach receivers safely: which addresses may be connected to, and whose certificates are believed. */
package io.missionwatch.alert.deliveries.transport;
