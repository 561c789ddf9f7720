/** Alerts that others fetch: CAP messages, Atom and RSS feeds, and the shelf of revisions that they are made from. */
package io.missionwatch.alert.deliveries.published;
