/** Makes actors of the lists that others keep. */
package io.missionwatch.enrich.reference.imports;
