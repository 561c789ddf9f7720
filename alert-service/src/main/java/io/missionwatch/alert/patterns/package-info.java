/** What an analyst does with patterns at the command line: check them, and match them against events. */
package io.missionwatch.alert.patterns;
