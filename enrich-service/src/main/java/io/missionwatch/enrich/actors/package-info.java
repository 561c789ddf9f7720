/** Who acts in the news: the lexicon of actors and the tagger that finds them in a text. */
package io.missionwatch.enrich.actors;
