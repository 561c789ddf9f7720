package io.missionwatch.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The embassy of Japan in Kabul was closed on Monday after a warning of an attack.
            en | Blast hits embassy
            ru | Посольство России в Кабуле временно приостановило работу после взрыва у входа в здание
            ru | Взрыв в Кабуле
            ar | وقع انفجار قرب السفارة الروسية في كابول صباح اليوم وأسفر عن مقتل شخصين
            fr | Une explosion a eu lieu lundi devant l'ambassade de France dans la capitale, selon la police
            es | Una explosión sacudió el lunes la embajada de España en la capital, según informó la policía
            tr | Büyükelçilik binasının önünde meydana gelen patlamada iki kişi hayatını kaybetti
            de | Vor der Botschaft in der Hauptstadt hat sich am Montag eine Explosion ereignet
            ps | په کابل کې د روسیې د سفارت مخې ته چاودنه شوې ده
            ur | کابل میں روسی سفارت خانے کے باہر دھماکہ ہوا ہے
            fa | انفجار در نزدیکی سفارت روسیه در کابل
            uk | Вибух стався біля посольства України
            zh | 大使馆附近发生爆炸
            ja | 大使館の近くで爆発があった
            """)
    void tellsTheLanguage(String language, String text) {
        assertThat(detector.detect(text)).contains(language);
    }

    @Test
    void tellsNothingOfTextWithoutLetters() {
        assertThat(detector.detect("12 34 -- ...")).isEmpty();
        assertThat(detector.detect("")).isEmpty();
    }
}
