package dev.parley.instagram.browser.chromium;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is switched off in Chromium. Fact: of several such lists Chromium takes the last, so this one repeats Playwright's own. Its other part is
 * the window's own surface, which no one sees: Chromium keeps a process for it with each account, half of what opening an account costs.
 */
final class Features {

    /** Those of Playwright 1.62. */
    private static final List<String> PLAYWRIGHTS = List.of(
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "BlockOriginHeaderModificationOnRedirect",
            "Translate",
            "AutoDeElevate",
            "OptimizationHints",
            "msForceBrowserSignIn",
            "msEdgeUpdateLaunchServicesPreferredVersion");

    private static final List<String> OF_THE_WINDOW =
            List.of("PreloadTopChromeWebUI", "WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup");

    /** The argument by which Chromium starts without them. */
    static final String SWITCHED_OFF = "--disable-features="
            + String.join(
                    ",",
                    Stream.concat(PLAYWRIGHTS.stream(), OF_THE_WINDOW.stream()).toList());

    private Features() {}
}
