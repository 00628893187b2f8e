package org.fairlead.web.shell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The colours that a client's two accents become on our pages. The accent itself fills bars and buttons; words on it
 * and words in it are moved until they reach a contrast of {@value #READABLE} to 1 (WCAG 2.2, 1.4.3) against every
 * ground that they stand on, so that a client may bring any colour at all.
 */
public record BrandColours(Side light, Side dark) {

    static final double READABLE = 4.5;

    private static final Colour WHITE = Colour.of("#ffffff");
    private static final Colour BLACK = Colour.of("#000000");
    /** The least favourable grounds of the two themes: --sunken in tokens.css. */
    private static final Colour LIGHT_GROUND = Colour.of("#eef0f3");

    private static final Colour DARK_GROUND = Colour.of("#1d2731");
    private static final Colour DARK_SURFACE = Colour.of("#161e27");
    private static final int STEPS = 50;

    /**
     * One theme's colours.
     *
     * @param fill of bars and primary buttons
     * @param ink words on the fill
     * @param text words in the brand's colour on ordinary ground
     * @param soft a tint for what is chosen
     */
    public record Side(String fill, String ink, String text, String soft) {}

    /** @param accent on light ground, {@code #rrggbb}; {@code accentDark} the same on dark ground */
    public static BrandColours of(String accent, String accentDark) {
        return new BrandColours(
                side(Colour.of(accent), WHITE, LIGHT_GROUND, BLACK, 0.88),
                side(Colour.of(accentDark), DARK_SURFACE, DARK_GROUND, WHITE, 0.82));
    }

    private static Side side(Colour accent, Colour surface, Colour ground, Colour away, double faint) {
        Colour soft = accent.mixed(surface, faint);
        return new Side(
                accent.hex(),
                inkOn(accent).hex(),
                readable(accent, away, ground, soft).hex(),
                soft.hex());
    }

    /** White where it can be read; else the accent's own darkest shade that can. One of white and black always can. */
    private static Colour inkOn(Colour fill) {
        if (fill.contrast(WHITE) >= READABLE) {
            return WHITE;
        }
        Colour shade = fill.mixed(BLACK, 0.82);
        return fill.contrast(shade) >= READABLE ? shade : BLACK;
    }

    private static Colour readable(Colour accent, Colour away, Colour ground, Colour soft) {
        for (int i = 0; i < STEPS; i++) {
            Colour moved = accent.mixed(away, (double) i / STEPS);
            if (moved.contrast(ground) >= READABLE && moved.contrast(soft) >= READABLE) {
                return moved;
            }
        }
        return away;
    }

    /**
     * What contrast is reached, to one decimal, rounded down.
     *
     * @param words in the brand's colour on ordinary ground
     * @param ink words on the fill
     */
    public record Contrast(BigDecimal words, BigDecimal ink) {}

    public Contrast lightContrast() {
        return contrast(light, LIGHT_GROUND);
    }

    public Contrast darkContrast() {
        return contrast(dark, DARK_GROUND);
    }

    private static Contrast contrast(Side side, Colour ground) {
        return new Contrast(
                oneDecimal(Colour.of(side.text()).contrast(ground)),
                oneDecimal(Colour.of(side.ink()).contrast(Colour.of(side.fill()))));
    }

    private static BigDecimal oneDecimal(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(1, RoundingMode.DOWN);
    }

    /** As custom properties, the names that tokens.css reads. */
    public Map<String, String> properties() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, light, "light");
        put(all, dark, "dark");
        return all;
    }

    private static void put(Map<String, String> all, Side side, String theme) {
        all.put("--brand-" + theme, side.fill());
        all.put("--brand-ink-" + theme, side.ink());
        all.put("--brand-text-" + theme, side.text());
        all.put("--brand-soft-" + theme, side.soft());
    }

    /** The same for a style attribute. */
    public String style() {
        return properties().entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue())
                .collect(Collectors.joining(";"));
    }

    /** A colour of the sRGB space. */
    record Colour(int red, int green, int blue) {

        static Colour of(String hex) {
            if (!hex.matches("#[0-9a-fA-F]{6}")) {
                throw new IllegalArgumentException("not a colour like #0b7a5b: " + hex);
            }
            int rgb = Integer.parseInt(hex.substring(1), 16);
            return new Colour(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
        }

        String hex() {
            return "#%02x%02x%02x".formatted(red, green, blue);
        }

        Colour mixed(Colour other, double share) {
            return new Colour(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
        }

        double contrast(Colour other) {
            double mine = luminance();
            double theirs = other.luminance();
            return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
        }

        private double luminance() {
            return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        }

        private static double linear(int channel) {
            double c = channel / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }

        private static int mix(int from, int to, double share) {
            return (int) Math.round(from + (to - from) * share);
        }
    }
}
