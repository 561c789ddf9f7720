/** The text of an article as taggers read it: tokens, sentences, paragraphs and quotations, with offsets into the original. */
package io.missionwatch.enrich.text;
