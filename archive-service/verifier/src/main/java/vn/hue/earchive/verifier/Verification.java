package vn.hue.earchive.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a bundle holds, in the order in which it was checked; ends at the first that does not.
 */
public final class Verification {

    private final List<Finding> findings = new ArrayList<>();

    private Verification() {}

    /**
     * Checks a bundle.
     *
     * @param in the ZIP, read to its end
     * @param key the verifier key that the reader trusts; null to take the bundle's own
     */
    public static Verification of(InputStream in, @Nullable String key) throws IOException {
        Verification verification = new Verification();
        try {
            verification.check(Bundle.read(in), key);
        } catch (Broken e) {
            verification.findings.add(e.finding());
        } catch (RuntimeException e) {
            // What no rule foresaw is no proof.
            verification.findings.add(
                    Finding.fails("Không đọc được: " + e, "It cannot be read: " + e));
        }
        return verification;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public boolean holds() {
        return findings.stream().noneMatch(finding -> finding.kind() == Finding.Kind.FAILS);
    }

    private void check(Bundle bundle, @Nullable String trusted) throws Broken {
        PackageCheck.Result pack = bundle.pack();
        findings.add(
                Finding.holds(
                        "Tệp ZIP nguyên vẹn, %d tệp đúng với bản kê".formatted(bundle.size()),
                        "The ZIP is whole, its %d files are those of the manifest"
                                .formatted(bundle.size())));
        findings.add(
                Finding.holds(
                        "Gói hồ sơ: %d tệp đúng với METS".formatted(pack.files()),
                        "The package: %d files are what METS says".formatted(pack.files())));

        String own = bundle.text("log/key.txt").strip();
        if (trusted == null) {
            findings.add(
                    Finding.note(
                            "Khóa lấy từ chính gói này; hãy so với khóa công bố ở nơi khác: " + own,
                            "The key is the bundle's own; compare it with the one published elsewhere: "
                                    + own));
        } else if (!trusted.strip().equals(own)) {
            throw new Broken(
                    "Gói dùng khóa khác với khóa đã cho", "The bundle uses another key than yours");
        }
        String note = bundle.text("log/checkpoint");
        SignedNote checkpoint = SignedNote.open(note, own);
        findings.add(
                Finding.holds(
                        "Điểm kiểm tra của nhật ký %s, %d mục, chữ ký hợp lệ"
                                .formatted(checkpoint.origin(), checkpoint.size()),
                        "Checkpoint of the log %s with %d entries, signature holds"
                                .formatted(checkpoint.origin(), checkpoint.size())));
        List<Entry> entries = entries(bundle, note, checkpoint);
        findings.add(
                Finding.holds(
                        "%d mục nhật ký về hồ sơ này đều nằm trong nhật ký"
                                .formatted(entries.size()),
                        "All %d entries about this dossier are in the log"
                                .formatted(entries.size())));
        timestamps(bundle);
        bind(entries, pack);
        findings.add(
                Finding.holds(
                        "Gói hồ sơ đúng là gói mà nhật ký ghi đã lưu, SHA-256 " + pack.sha256(),
                        "The package is the one that the log says was stored, SHA-256 "
                                + pack.sha256()));
    }

    private void timestamps(Bundle bundle) throws Broken {
        for (String name : bundle.names("timestamps/")) {
            Timestamp stamp = Timestamp.check(bundle.bytes(name), bundle.bytes("log/checkpoint"));
            findings.add(
                    Finding.holds(
                            "Dấu thời gian %s (UTC) của %s; hãy tự quyết định có tin bên này không"
                                    .formatted(stamp.time(), stamp.authority()),
                            "Timestamp %s (UTC) of %s; whether to trust it is yours to decide"
                                    .formatted(stamp.time(), stamp.authority())));
        }
        if (bundle.names("timestamps/").isEmpty()) {
            findings.add(
                    Finding.note(
                            "Chưa có dấu thời gian của bên thứ ba",
                            "There is no timestamp of a third party yet"));
        }
    }

    private static List<Entry> entries(Bundle bundle, String note, SignedNote checkpoint)
            throws Broken {
        List<Entry> entries = new ArrayList<>();
        long last = -1;
        while (bundle.has("entries/%04d.json".formatted(entries.size() + 1))) {
            Entry entry = Entry.check(bundle, entries.size() + 1, note, checkpoint);
            if (entry.index() <= last) {
                throw new Broken(
                        "Các mục không theo thứ tự nhật ký",
                        "The entries are not in the order of the log");
            }
            last = entry.index();
            entries.add(entry);
        }
        return entries;
    }

    /** All entries are about one dossier, and its package was last stored as it is here. */
    private static void bind(List<Entry> entries, PackageCheck.Result pack) throws Broken {
        Set<@Nullable String> dossiers = new HashSet<>();
        Set<@Nullable String> agencies = new HashSet<>();
        @Nullable String stored = null;
        for (Entry entry : entries) {
            dossiers.add(entry.text("aggregateId"));
            agencies.add(entry.text("agencyId"));
            @Nullable String named = entry.detail("packSha256");
            stored = named == null ? stored : named;
        }
        if (dossiers.size() != 1 || agencies.size() != 1 || dossiers.contains(null)) {
            throw new Broken(
                    "Các mục không cùng nói về một hồ sơ", "The entries are not about one dossier");
        }
        if (!pack.sha256().equals(stored)) {
            throw new Broken(
                    "Gói hồ sơ không phải gói mà nhật ký ghi",
                    "The package is not the one that the log speaks of");
        }
    }
}
