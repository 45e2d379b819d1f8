package vn.hue.earchive.document.numbering;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.numbering.OutgoingSeries.Mode;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.time.LegalDate;

/** Decides and reads the schemes of an agency. */
@ApplicationScoped
class NumberSchemes implements PanacheRepositoryBase<NumberScheme, NumberScheme.Id> {

    private static final String GROUP_KEY = "[a-z0-9][a-z0-9-]{0,19}";

    private final CurrentCaller caller;
    private final Validation validation;
    private final CodeLists codes;
    private final Audit audit;
    private final Actions actions;
    private final Clock clock;

    NumberSchemes(
            CurrentCaller caller,
            Validation validation,
            CodeLists codes,
            Audit audit,
            Actions actions,
            Clock clock) {
        this.caller = caller;
        this.validation = validation;
        this.codes = codes;
        this.audit = audit;
        this.actions = actions;
        this.clock = clock;
    }

    /** The scheme as it stands or would stand if a number were taken now. */
    NumberScheme effective(UUID agencyId, int year) {
        return findByIdOptional(new NumberScheme.Id(agencyId, year))
                .or(() ->
                        find(
                                        "id.agencyId = ?1 and id.schemeYear < ?2"
                                                + " order by id.schemeYear desc",
                                        agencyId,
                                        year)
                                .firstResultOptional()
                                .map(before -> before.forYear(year)))
                .orElseGet(() -> new NumberScheme(agencyId, year));
    }

    /** The scheme of a number that is about to be taken; from now on it stands. */
    @Transactional(Transactional.TxType.MANDATORY)
    NumberScheme used(UUID agencyId, int year) {
        NumberScheme.Id id = new NumberScheme.Id(agencyId, year);
        NumberScheme known = findById(id);
        if (known != null && known.isInUse()) {
            return known;
        }
        if (known == null) {
            insert(effective(agencyId, year));
        } else {
            getEntityManager().detach(known);
        }
        NumberScheme locked = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (!locked.isInUse()) {
            locked.use();
        }
        return locked;
    }

    /** Whoever comes second finds the row of the first. */
    private void insert(NumberScheme scheme) {
        getSession()
                .createNativeMutationQuery(
                        """
                        insert into number_scheme (agency_id, scheme_year, mode, type_groups,
                            issuer_abbreviation, basis, in_use, version)
                        values (:agency, :year, :mode, :groups, cast(:abbreviation as text),
                            cast(:basis as text), false, 0)
                        on conflict (agency_id, scheme_year) do nothing
                        """)
                .setParameter("agency", scheme.agencyId())
                .setParameter("year", scheme.year())
                .setParameter("mode", scheme.mode().name())
                .setParameter("groups", new Groups().convertToDatabaseColumn(scheme.groups()))
                .setParameter("abbreviation", scheme.issuerAbbreviation())
                .setParameter("basis", scheme.basis())
                .executeUpdate();
    }

    @Transactional
    NumberSchemeView get(int year) {
        return view(effective(caller.get().agencyId(), year));
    }

    /**
     * @throws Problem NUMBER_SCHEME_IN_USE when a number of the year has been taken
     */
    @Transactional
    NumberSchemeView decide(
            int year, @Nullable NumberSchemeRequest given, @Nullable String ifMatch) {
        Findings findings = validation.of(given);
        NumberSchemeRequest request = Objects.requireNonNull(given);
        Optional<Mode> mode = mode(request.mode(), findings);
        Map<String, List<String>> groups = groups(request, mode.orElse(null), findings);
        findings.addUnless(year >= LegalDate.today(clock).getYear(), "/year", "YEAR_IS_OVER", year);
        String abbreviation = VietnameseText.clean(request.issuerAbbreviation());
        findings.addUnless(
                abbreviation == null || abbreviation.matches("[\\p{L}&]{1,12}"),
                "/issuerAbbreviation",
                "WRONG_FORMAT");
        findings.raise();
        UUID agencyId = caller.get().agencyId();
        NumberScheme scheme =
                findById(new NumberScheme.Id(agencyId, year), LockModeType.PESSIMISTIC_WRITE);
        if (scheme == null) {
            insert(new NumberScheme(agencyId, year));
            scheme = findById(new NumberScheme.Id(agencyId, year), LockModeType.PESSIMISTIC_WRITE);
        } else {
            ETags.check(ifMatch, scheme.version());
        }
        if (scheme.isInUse()) {
            throw new Problem(DocumentProblem.NUMBER_SCHEME_IN_USE, String.valueOf(year));
        }
        scheme.decide(
                mode.orElseThrow(), groups, abbreviation, VietnameseText.clean(request.basis()));
        audit.append(
                agencyId,
                "decideNumberScheme",
                "number-scheme",
                agencyId,
                scheme.version(),
                Map.of("year", year, "mode", scheme.mode().name()));
        return view(scheme);
    }

    private static Optional<Mode> mode(@Nullable String given, Findings findings) {
        for (Mode mode : Mode.values()) {
            if (mode.name().equals(given)) {
                return Optional.of(mode);
            }
        }
        findings.add("/mode", "UNKNOWN_CODE", String.valueOf(given), "ONE, PER_TYPE, GROUPS");
        return Optional.empty();
    }

    /** Each type in one group at most. */
    private Map<String, List<String>> groups(
            NumberSchemeRequest request, @Nullable Mode mode, Findings findings) {
        Map<String, List<String>> given = Objects.requireNonNullElse(request.groups(), Map.of());
        findings.addUnless(
                (mode == Mode.GROUPS) == !given.isEmpty(), "/groups", "GROUPS_BELONG_TO_MODE");
        Map<String, List<String>> groups = new LinkedHashMap<>();
        TreeSet<String> seen = new TreeSet<>();
        for (String key : new TreeSet<>(given.keySet())) {
            List<String> types = Objects.requireNonNullElse(given.get(key), List.of());
            findings.addUnless(
                    key.matches(GROUP_KEY) && !types.isEmpty(), "/groups/" + key, "WRONG_FORMAT");
            for (String type : types) {
                codes.check(findings, CodeLists.DOCUMENT_TYPE, type, "/groups/" + key);
                findings.addUnless(seen.add(type), "/groups/" + key, "DUPLICATE_CODE", type);
            }
            groups.put(key, List.copyOf(types));
        }
        return groups;
    }

    private NumberSchemeView view(NumberScheme scheme) {
        return scheme.view(scheme.isInUse() ? List.of() : actions.allowed("decideNumberScheme"));
    }
}
