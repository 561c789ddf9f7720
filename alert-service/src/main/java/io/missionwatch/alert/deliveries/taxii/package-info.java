/** Alerts as STIX 2.1 objects, to be read from a TAXII 2.1 server. */
package io.missionwatch.alert.deliveries.taxii;
