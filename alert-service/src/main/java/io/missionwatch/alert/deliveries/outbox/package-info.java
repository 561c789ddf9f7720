/**
 * How revisions of alerts get to a receiver: which are chosen, in which order, how often they are tried, and how far each
 * sink has come. Knows nothing of any format or transport.
 */
package io.missionwatch.alert.deliveries.outbox;
