/** Webhooks as the Standard Webhooks specification has them. */
package io.missionwatch.alert.deliveries.webhook;
