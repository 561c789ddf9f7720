/** The closed sets that an event is described with: what it is, whether, when and how surely, and who was hurt. */
package io.missionwatch.enrich.events.facets;
