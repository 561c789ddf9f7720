/** What the taggers know beforehand, what operators add to it while the service runs, and how it is checked. */
package io.missionwatch.enrich.reference;
