/** Time expressions of news texts, resolved against the article's publication and never against the clock. */
package io.missionwatch.enrich.events.time;
