/** The desk at which operators change what the service goes by: patterns, suppressions, watch lists, API tokens. */
package io.missionwatch.alert.desk;
