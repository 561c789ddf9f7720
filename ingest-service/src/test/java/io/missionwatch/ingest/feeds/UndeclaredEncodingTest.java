package io.missionwatch.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndeclaredEncodingTest {

    private static final String UTF_8 = " encoding='utf-8'";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1251  | Посольство России в Кабуле атаковано боевиками
            windows-1251  | Напад на посольство України в Кабулі, є загиблі
            KOI8-R        | Посольство России в Кабуле атаковано боевиками
            windows-1252  | L’ambassade a été évacuée à Kaboul, déclare le préfet de Lomé
            windows-1253  | Επίθεση στην πρεσβεία της Ρωσίας στην Καμπούλ
            windows-1255  | מתקפה על שגרירות רוסיה בקאבול
            windows-1256  | هجوم على السفارة الروسية في كابول
            GB18030       | 中国驻喀布尔大使馆遭到袭击，造成多人伤亡
            Big5          | 駐喀布爾大使館遭到襲擊，造成多人傷亡
            Shift_JIS     | カブールの日本大使館が攻撃された。多数の死傷者が出ている
            EUC-JP        | カブールの日本大使館が攻撃された。多数の死傷者が出ている
            EUC-KR        | 카불 주재 한국 대사관이 공격을 받았다
            """)
    void isToldByItsLetters(Charset charset, String title) {
        assertThat(titleRead(feed("", title).getBytes(charset))).isEqualTo(title);
        assertThat(titleRead(feed(UTF_8, title).getBytes(charset))).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1250 | <language>pl</language>    | Atak na ambasadę w Kabulu, są zabici i ranni żołnierze
            windows-1250 | <language>cs-CZ</language> | Útok na velvyslanectví v Kábulu, mrtví a zranění
            windows-1254 | <language>tr</language>    | Kabil'deki büyükelçiliğe saldırı, ölü ve yaralılar var
            windows-1257 | <language>lv</language>    | Uzbrukums vēstniecībai Kabulā, ir bojāgājušie
            windows-1252 | <language>fr</language>    | Attaque contre l’ambassade à Kaboul, des blessés
            """)
    void isThatOfTheLanguageWhereLettersAreTooFewToTell(Charset charset, String language, String title) {
        var feed = "<?xml version='1.0'?><rss><channel>" + language + "<title>" + title + "</title></channel></rss>";

        assertThat(titleRead(feed.getBytes(charset))).isEqualTo(title);
    }

    @Test
    void isUtf8ThoughALetterIsBroken() {
        var whole = feed(UTF_8, "L’ambassade a été évacuée à Kaboul – “tout est calme”, dit-il *");
        var cut = whole.getBytes(StandardCharsets.UTF_8);
        cut[new String(cut, StandardCharsets.ISO_8859_1).indexOf('*')] = (byte) 0xC3;

        assertThat(titleRead(cut)).startsWith("L’ambassade a été évacuée à Kaboul – “tout");
    }

    @Test
    void isUtf8WhereTheLettersSaySoAndTheDeclarationDoesNot() {
        var title = "Посольство России в Кабуле";

        assertThat(titleRead(feed(" encoding='windows-1251'", title).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(title);
    }

    private static String feed(String declared, String title) {
        return "<?xml version='1.0'" + declared + "?><rss><channel><title>" + title + "</title></channel></rss>";
    }

    private static String titleRead(byte[] document) {
        return FeedParser.withDefaults()
                .parse(FeedDocument.of(document))
                .header()
                .title()
                .value();
    }
}
