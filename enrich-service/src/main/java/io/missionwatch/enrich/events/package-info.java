/** Reads what happened from an article: events with type, participants, modality, time, sources and harm. */
package io.missionwatch.enrich.events;
