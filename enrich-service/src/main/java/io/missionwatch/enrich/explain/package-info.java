/** Shows a reader why an article was tagged as it was. */
package io.missionwatch.enrich.explain;
