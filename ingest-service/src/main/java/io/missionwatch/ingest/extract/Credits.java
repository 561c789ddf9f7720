package io.missionwatch.ingest.extract;

import java.util.regex.Pattern;

/** Knows the captions of pictures by the credit at their end. */
final class Credits {

    private static final int LONGEST_CAPTION = 400;
    private static final int LONGEST_CREDIT = 90;

    // "picture:" or "bild:" in the middle of a sentence credits nobody.
    private static final Pattern CREDIT = Pattern.compile(
            "(?i)(?:(?<=^|[-.!?()\\[\\]|/\u2013\u2014\u201d\u00bb\"]\\s?)(?:photo(?:graph|grapher| credit)?s?|foto(?:s|graf)?|fotografie|bild(?:rechte|quelle)?|picture|image(?: credit)?|"
                    + "imagen|imagem|cr\u00e9dits?(?: photo)?|cr\u00e9dito|\u0444\u043e\u0442\u043e|zdj\u0119cie|fot|foto\u011fraf)\\s*[:/]|"
                    + "\u00a9|\\((?:ap|afp|reuters|getty|dpa|epa|xinhua)\\s?(?:photo)?/|\\b(?:getty images|afp via getty|via getty|ap photo)\\b)[^.!?]*\\.?\\)?$");

    private Credits() {}

    /** Whether a text is short and its last words credit a picture. */
    static boolean endWith(String text) {
        if (text.length() > LONGEST_CAPTION) {
            return false;
        }
        return CREDIT.matcher(text)
                .region(Math.max(0, text.length() - LONGEST_CREDIT), text.length())
                .useAnchoringBounds(false)
                .useTransparentBounds(true)
                .find();
    }
}
