/** Who may ask what: roles and scopes, API tokens, tokens of an identity provider, and how often somebody may ask. */
package io.missionwatch.alert.access;
