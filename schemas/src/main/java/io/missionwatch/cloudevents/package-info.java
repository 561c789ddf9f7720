/** CloudEvents attributes and trace context as headers of Kafka records (binary mode of the Kafka protocol binding). */
package io.missionwatch.cloudevents;
