/** The schema registry as its clients see it: Confluent's REST contract, with waiting, caches and typed errors. */
package io.missionwatch.registry;
