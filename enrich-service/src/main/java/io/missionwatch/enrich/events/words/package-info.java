/** What single words and phrases tell about events, one pack of tables per language. */
package io.missionwatch.enrich.events.words;
