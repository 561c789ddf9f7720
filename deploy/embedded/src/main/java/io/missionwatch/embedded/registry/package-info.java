/** The inside of the embedded schema registry: subjects, their log in Kafka, and the REST contract over them. */
package io.missionwatch.embedded.registry;
