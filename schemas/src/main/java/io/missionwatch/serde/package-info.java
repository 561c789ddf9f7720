/** Avro records as Kafka values in Confluent's wire format: a zero byte, a schema id of four bytes, Avro binary. */
package io.missionwatch.serde;
