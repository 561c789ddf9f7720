package io.missionwatch.ingest.markup;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells encodings that a document does not name by the letters it would be written in: in the right one the commonest of
 * a language are common, in the wrong ones they are not. Western ones stay untold, for their letters stand alone among
 * ASCII, too few to tell.
 */
public enum EncodingGuess {
    WINDOWS_1251("windows-1251", Letters.CYRILLIC, 0.75),
    KOI8("KOI8-R", Letters.CYRILLIC, 0.75),
    ARABIC(
            "windows-1256",
            "\u0627\u0644\u064A\u0645\u0648\u0646\u0631\u062A\u0628\u0629\u0639\u062F\u0633\u0641",
            0.75),
    GREEK("windows-1253", "\u03B1\u03BF\u03B9\u03B5\u03C4\u03C3\u03BD\u03B7\u03C5\u03C1\u03C0\u03BA\u03BC\u03BB", 0.75),
    HEBREW("windows-1255", "\u05D9\u05D5\u05D4\u05DC\u05D0\u05E8\u05EA\u05E9\u05D1\u05DE\u05E0\u05DD", 0.75),
    SHIFT_JIS("windows-31j", Letters.KANA, 0.4),
    EUC_JP("EUC-JP", Letters.KANA, 0.4),
    KOREAN(
            "x-windows-949",
            "\uC774\uB2E4\uB294\uC5D0\uC758\uC744\uAC00\uD558\uACE0\uC9C0\uC740\uB85C\uB97C\uC0AC"
                    + "\uAE30\uD55C\uC11C\uB3C4\uC778\uC790\uC2DC\uB300\uAD6D\uC815\uC804\uC5B4\uC788\uB098\uC81C\uC544",
            0.3),
    SIMPLIFIED_CHINESE(
            "GB18030",
            "\u7684\u4E00\u662F\u4E86\u5728\u4EBA\u6709\u4E2D\u56FD\u5927\u548C\u4E0D\u4E3A\u5E74"
                    + "\u4E0A\u65E5\u4F1A\u8BB0\u8005\u4EEC\u6765\u4E2A\u5230\u65F6\u8FD9\u5730\u884C\u6210\u51FA\u53D1"
                    + "\u65B0\u5BF9\u672C\u4EE5\u65B9\u591A\u9A7B\u4F7F\u9986\uFF0C\u3002\u3001",
            0.25),
    TRADITIONAL_CHINESE(
            "Big5-HKSCS",
            "\u7684\u4E00\u662F\u4E86\u5728\u4EBA\u6709\u4E2D\u570B\u5927\u548C\u4E0D\u70BA"
                    + "\u5E74\u4E0A\u65E5\u6703\u8A18\u8005\u5011\u4F86\u500B\u5230\u6642\u9019\u5730\u884C\u6210\u51FA"
                    + "\u767C\u65B0\u5C0D\u672C\u4EE5\u65B9\u591A\u99D0\u4F7F\u9928\uFF0C\u3002\u3001",
            0.25);

    private static final int SAMPLE = 256 * 1024;
    private static final int FEWEST = 8;
    private static final double SURE_ENOUGH = 0.5;
    private static final double IN_RUNS = 0.6;

    private final String charset;
    private final String common;
    private final double usual;

    EncodingGuess(String charset, String common, double usual) {
        this.charset = charset;
        this.common = common;
        this.usual = usual;
    }

    private static final class Letters {
        static final String CYRILLIC =
                "\u043E\u0435\u0430\u0438\u043D\u0442\u0441\u0440\u0432\u043B\u043A\u043C\u0434" + "\u043F\u0443\u044F";
        static final String KANA =
                "\u306E\u306B\u306F\u3092\u305F\u304C\u3067\u3066\u3068\u3057\u308C\u3055\u3044\u308B"
                        + "\u3042\u3063\u308A\u3082\u306A\u304B\u30F3\u30B9\u30C8\u30EB\u30FC\u30A2\u30A4\u30E9\u30EA\u30AF"
                        + "\u3001\u3002";
    }

    /** The encoding of a document that is no UTF-8; empty where its letters do not tell. */
    public static Optional<String> of(byte[] body) {
        var sample = Arrays.copyOf(body, Math.min(body.length, SAMPLE));
        if (!hasRuns(sample)) {
            return Optional.empty();
        }
        EncodingGuess best = WINDOWS_1251;
        double most = 0;
        for (var guess : values()) {
            double likeness = guess.likeness(sample);
            if (likeness > most) {
                most = likeness;
                best = guess;
            }
        }
        return most < SURE_ENOUGH ? Optional.empty() : Optional.of(best.charset);
    }

    /** Whether most bytes above ASCII are well-formed UTF-8, so that the few broken ones are damage and not another encoding. */
    public static boolean isMostlyUtf8(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        var broken = text.chars().filter(c -> c == 0xFFFD).count();
        var sound = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return sound > 4 * broken;
    }

    /** Whether most bytes beyond ASCII stand beside others: words are written in them, not single letters. */
    private static boolean hasRuns(byte[] sample) {
        int all = 0;
        int beside = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] < 0) {
                all++;
                beside += i > 0 && sample[i - 1] < 0 || i + 1 < sample.length && sample[i + 1] < 0 ? 1 : 0;
            }
        }
        return all >= FEWEST && beside >= all * IN_RUNS;
    }

    /** How common the common letters are, 1 where as in most texts; 0 where bytes are left over. */
    private double likeness(byte[] sample) {
        var text = new String(sample, Charset.forName(charset));
        int all = 0;
        int known = 0;
        int broken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                all++;
                known += common.indexOf(c) >= 0 ? 1 : 0;
                broken += c == '\uFFFD' ? 1 : 0;
            }
        }
        return broken > 1 + all / 200 ? 0 : known / (all * usual);
    }
}
