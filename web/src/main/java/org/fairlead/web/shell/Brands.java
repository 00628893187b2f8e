package org.fairlead.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fairlead.client.BrandView;
import org.jspecify.annotations.Nullable;

/** Brands as pages need them: {@code style="#{brands.style(brand)}" data-brand=""} colours whatever lies inside. */
@Named
@ApplicationScoped
public class Brands {

    private final Map<String, BrandColours> computed = new ConcurrentHashMap<>();

    /** Empty without a brand: the outsourcer's own colours stay. */
    public String style(@Nullable BrandView brand) {
        return brand == null ? "" : colours(brand.accent(), brand.accentDark()).style();
    }

    public BrandColours colours(String accent, String accentDark) {
        return computed.computeIfAbsent(accent + accentDark, k -> BrandColours.of(accent, accentDark));
    }
}
