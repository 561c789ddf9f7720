/** Alerts by e-mail. */
package io.missionwatch.alert.deliveries.mail;
