/** The sample news of the demo: made-up outlets and items as data, their feeds and pages, and a local server for them. */
package io.missionwatch.quickstart.samples;
