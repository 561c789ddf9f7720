/**
 * Sigma rules (specification 2.1.0) over events that are trees of values: {@link
 * io.missionwatch.alert.sigma.SigmaFiles} reads them, {@link io.missionwatch.alert.sigma.RuleSet} matches them, {@link
 * io.missionwatch.alert.sigma.Correlator} puts matches together. Knows nothing of Kafka, of news or of alerts.
 */
package io.missionwatch.alert.sigma;
