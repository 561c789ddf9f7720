/** How costs are measured and told. */
package io.missionwatch.bench.figures;
