/** The whole pure enrichment of one article: text in, tags and events out. */
package io.missionwatch.enrich.articles;
