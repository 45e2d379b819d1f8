package vn.hue.earchive.archive.intake;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.hue.earchive.archive.sip.SipFinding;

/** Words a finding for a person, in Vietnamese or English. */
final class FindingTexts {

    static final Locale VIETNAMESE = Locale.of("vi");

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FindingTexts() {}

    static String vietnamese(Finding finding) {
        return text(finding, VIETNAMESE);
    }

    static String english(Finding finding) {
        return text(finding, Locale.ENGLISH);
    }

    /** In English when the locale is English, otherwise in Vietnamese. */
    static String text(Finding finding, Locale locale) {
        Locale language = language(locale);
        String pattern = bundle(language).getString(finding.code().name());
        return new MessageFormat(pattern, language).format(finding.args().toArray());
    }

    /** Why a package is refused. */
    static String text(SipFinding finding, Locale locale) {
        Locale language = language(locale);
        List<String> args = new ArrayList<>();
        args.add(finding.path() == null ? "-" : finding.path());
        args.addAll(finding.args());
        String pattern = bundle(language).getString("sip." + finding.code().name());
        return new MessageFormat(pattern, language).format(args.toArray());
    }

    /** Why a dossier waits. */
    static String waiting(String problemCode, Locale locale) {
        ResourceBundle texts = bundle(language(locale));
        String key = "waiting." + problemCode;
        return texts.getString(texts.containsKey(key) ? key : "waiting.OTHER");
    }

    private static Locale language(Locale locale) {
        return "en".equals(locale.getLanguage()) ? Locale.ENGLISH : VIETNAMESE;
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("findings", language, EXACT);
    }
}
