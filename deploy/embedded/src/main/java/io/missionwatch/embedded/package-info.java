/** A Kafka broker and a schema registry in this process, for the quickstart and for tests. Never for production. */
package io.missionwatch.embedded;
