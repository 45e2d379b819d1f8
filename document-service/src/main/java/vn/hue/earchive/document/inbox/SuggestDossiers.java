package vn.hue.earchive.document.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.text.VietnameseText;

/**
 * Says to which of the open dossiers a document may belong, by five plain signs whose points are
 * added; each sign is told with what it was seen in. Pure: same documents and dossiers, same
 * answer. Nothing is filed by it.
 *
 * <ul>
 *   <li>a number that the document names is that of a document in the dossier: 50
 *   <li>pairs of syllables shared with title and keywords, rare ones counting more: up to 40
 *   <li>pairs of syllables shared with the subjects of its documents: up to 25
 *   <li>its documents come from the same issuer: up to 15
 *   <li>its documents are of the same type: up to 5
 * </ul>
 *
 * Issuer and type alone never suggest anything: half of what comes is from one issuer.
 */
final class SuggestDossiers {

    static final int AT_MOST = 3;

    /** Below this a suggestion is noise. */
    static final int LEAST = 15;

    private static final int REFERENCE = 50;
    private static final int TITLE = 40;
    private static final int SUBJECTS = 25;
    private static final int ISSUER = 15;
    private static final int TYPE = 5;

    /** A number within a text: {@code 15/UBND-VX}, {@code 12/2025/QĐ-UBND}, {@code 05-CT/TU}. */
    private static final Pattern NAMED =
            Pattern.compile("\\d{1,6}[a-z]?(?:/\\d{4})?(?:/|-)[\\p{L}\\d/&.\\-–]{1,40}");

    private static final Pattern SYLLABLES = Pattern.compile("[^\\p{L}\\d]+");

    /** Pairs that open most titles and subjects and tell nothing. */
    private static final Set<String> EMPTY_PAIRS =
            Set.of(
                    "ho so",
                    "ve viec",
                    "ve tang",
                    "tang cuong",
                    "nam hoc",
                    "cong tac",
                    "thuc hien",
                    "trien khai",
                    "uy ban",
                    "ban nhan",
                    "nhan dan",
                    "thanh pho",
                    "pho hue",
                    "tren dia",
                    "dia ban",
                    "bao cao",
                    "ke hoach",
                    "thong bao",
                    "quyet dinh",
                    "to chuc",
                    "tap van",
                    "van ban");

    private final List<Profile> profiles;

    /** In how many dossiers a pair occurs in title or keywords. */
    private final Map<String, Integer> spread = new HashMap<>();

    SuggestDossiers(List<Candidate> candidates) {
        profiles = candidates.stream().map(Profile::of).toList();
        profiles.forEach(p -> p.own().forEach(pair -> spread.merge(pair, 1, Integer::sum)));
    }

    /** Best first, at most three. */
    List<Suggestion> of(Features document) {
        return profiles.stream()
                .map(p -> judge(document, p))
                .filter(s -> s.score() >= LEAST)
                .sorted(
                        Comparator.comparingInt(Suggestion::score)
                                .reversed()
                                .thenComparing(Suggestion::fileCode))
                .limit(AT_MOST)
                .toList();
    }

    private Suggestion judge(Features document, Profile profile) {
        List<Suggestion.Reason> reasons = new ArrayList<>();
        reference(document, profile, reasons);
        Set<String> said = pairs(document.subject(), document.keywords());
        title(said, profile, reasons);
        subjects(said, profile, reasons);
        boolean content = !reasons.isEmpty();
        if (content) {
            same(document.issuerName(), profile.issuers().get(document.issuerKey()), profile)
                    .ifPresent(share ->
                            reasons.add(
                                    new Suggestion.Reason(
                                            "SAME_ISSUER",
                                            points(ISSUER, share),
                                            document.issuerName())));
            same(document.typeName(), profile.types().get(document.typeCode()), profile)
                    .ifPresent(share ->
                            reasons.add(
                                    new Suggestion.Reason(
                                            "SAME_TYPE",
                                            points(TYPE, share),
                                            document.typeName())));
        }
        List<Suggestion.Reason> told = reasons.stream().filter(r -> r.points() > 0).toList();
        Candidate dossier = profile.dossier();
        return new Suggestion(
                dossier.id(),
                dossier.fileCode(),
                dossier.title(),
                Math.min(100, told.stream().mapToInt(Suggestion.Reason::points).sum()),
                told);
    }

    private static void reference(
            Features document, Profile profile, List<Suggestion.Reason> reasons) {
        Matcher named = NAMED.matcher(document.subject());
        while (named.find()) {
            String number = profile.numbers().get(DocumentNumber.keyOf(named.group()));
            if (number != null) {
                reasons.add(new Suggestion.Reason("NAMES_DOCUMENT", REFERENCE, number));
                return;
            }
        }
    }

    /** The share of the document's rare pairs that stand in title or keywords. */
    private void title(Set<String> said, Profile profile, List<Suggestion.Reason> reasons) {
        Set<String> shared = new HashSet<>(said);
        shared.retainAll(profile.own());
        double found = shared.stream().mapToDouble(this::weight).sum();
        double whole = profile.own().stream().mapToDouble(this::weight).sum();
        if (found > 0) {
            reasons.add(
                    new Suggestion.Reason(
                            "WORDS_OF_TITLE",
                            points(TITLE, Math.min(1, 1.5 * found / whole)),
                            words(shared, profile.spelling())));
        }
    }

    private static void subjects(
            Set<String> said, Profile profile, List<Suggestion.Reason> reasons) {
        Profile.Subject best = null;
        double most = 0;
        for (Profile.Subject subject : profile.subjects()) {
            Set<String> shared = new HashSet<>(said);
            shared.retainAll(subject.pairs());
            double alike = 2.0 * shared.size() / Math.max(1, said.size() + subject.pairs().size());
            if (alike > most) {
                most = alike;
                best = subject;
            }
        }
        // Two subjects of one office always have a little in common.
        if (best != null && most >= 0.2) {
            reasons.add(
                    new Suggestion.Reason("LIKE_DOCUMENT", points(SUBJECTS, most), best.number()));
        }
    }

    private static Optional<Double> same(String name, @Nullable Integer count, Profile profile) {
        return name.isBlank() || count == null
                ? Optional.empty()
                : Optional.of((double) count / profile.dossier().filed().size());
    }

    private static int points(int most, double share) {
        return (int) Math.round(most * share);
    }

    /** Rare among the dossiers counts more; what every title has counts almost nothing. */
    private double weight(String pair) {
        double all = profiles.size();
        return Math.log(1 + all / Math.max(1, spread.getOrDefault(pair, 1)));
    }

    private static String words(Set<String> shared, Map<String, String> spelling) {
        return shared.stream()
                .sorted()
                .limit(4)
                .map(pair -> spelling.getOrDefault(pair, pair))
                .collect(Collectors.joining(", "));
    }

    /** Pairs of neighbouring syllables: a Vietnamese word mostly has two. Folded. */
    static Set<String> pairs(String text, @Nullable String more) {
        return spelled(text, more).keySet();
    }

    /** Folded pair → as written. */
    private static Map<String, String> spelled(String text, @Nullable String more) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String part : more == null ? List.of(text) : List.of(text, more)) {
            String before = null;
            for (String syllable : SYLLABLES.split(part.strip())) {
                if (syllable.isEmpty() || Character.isDigit(syllable.charAt(0))) {
                    before = null;
                    continue;
                }
                if (before != null) {
                    String written = before + " " + syllable;
                    String folded = VietnameseText.fold(written);
                    if (!EMPTY_PAIRS.contains(folded)) {
                        pairs.putIfAbsent(folded, written.toLowerCase(Locale.ROOT));
                    }
                }
                before = syllable;
            }
        }
        return pairs;
    }

    /** A dossier, read once for all documents. */
    private record Profile(
            Candidate dossier,
            Map<String, String> spelling,
            Map<String, String> numbers,
            Map<String, Integer> issuers,
            Map<String, Integer> types,
            List<Subject> subjects) {

        record Subject(UUID id, String number, Set<String> pairs) {}

        static Profile of(Candidate dossier) {
            Map<String, String> numbers = new HashMap<>();
            Map<String, Integer> issuers = new HashMap<>();
            Map<String, Integer> types = new HashMap<>();
            List<Subject> subjects = new ArrayList<>();
            for (Features filed : dossier.filed()) {
                String number = filed.number() + "/" + filed.notation();
                numbers.put(filed.numberKey(), number);
                issuers.merge(filed.issuerKey(), 1, Integer::sum);
                types.merge(filed.typeCode(), 1, Integer::sum);
                subjects.add(
                        new Subject(filed.id(), number, pairs(filed.subject(), filed.keywords())));
            }
            return new Profile(
                    dossier,
                    spelled(dossier.title(), dossier.keywords()),
                    numbers,
                    issuers,
                    types,
                    subjects);
        }

        Set<String> own() {
            return spelling.keySet();
        }
    }
}
