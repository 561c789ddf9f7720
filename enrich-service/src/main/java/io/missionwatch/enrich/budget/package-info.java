/** How long the enrichment of one article may take. */
package io.missionwatch.enrich.budget;
