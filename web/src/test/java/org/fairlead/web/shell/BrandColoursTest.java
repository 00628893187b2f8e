package org.fairlead.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.web.shell.BrandColours.Colour;
import org.junit.jupiter.api.Test;

class BrandColoursTest {

    @Property(tries = 2000)
    void wordsStayReadableWhateverColourAClientBrings(
            @ForAll @IntRange(max = 0xffffff) int accent, @ForAll @IntRange(max = 0xffffff) int accentDark) {
        var brand = BrandColours.of("#%06x".formatted(accent), "#%06x".formatted(accentDark));

        assertReadable(brand.light(), "#ffffff", "#f4f5f7", "#eef0f3");
        assertReadable(brand.dark(), "#161e27", "#0e141a", "#1d2731");
    }

    private static void assertReadable(BrandColours.Side side, String... grounds) {
        assertThat(contrast(side.ink(), side.fill())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(side.text(), side.soft())).isGreaterThanOrEqualTo(4.5);
        for (var ground : grounds) {
            assertThat(contrast(side.text(), ground)).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void aGoodAccentStaysAsItIs() {
        var brand = BrandColours.of("#1c5596", "#7db4ee");

        assertThat(brand.light().text()).isEqualTo("#1c5596");
        assertThat(brand.light().ink()).isEqualTo("#ffffff");
        assertThat(brand.dark().text()).isEqualTo("#7db4ee");
    }

    @Test
    void namesThePropertiesThatTheStyleSheetReads() {
        var brand = BrandColours.of("#0b7a5b", "#3fbf98");

        assertThat(brand.style()).startsWith("--brand-light:#0b7a5b;").contains("--brand-soft-dark:#");
    }

    @Test
    void refusesWhatIsNoColour() {
        assertThatThrownBy(() -> BrandColours.of("red;}", "#ffffff")).isInstanceOf(IllegalArgumentException.class);
    }

    private static double contrast(String one, String other) {
        return Colour.of(one).contrast(Colour.of(other));
    }
}
