/** Alerts to a Kafka topic of the operator's choice. */
package io.missionwatch.alert.deliveries.topic;
