package vn.hue.earchive.document.accessrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hue.earchive.document.accessrule.AccessJudgement.Subject;
import vn.hue.earchive.document.accessrule.AccessRule.Effect;

/** What a set of rules says. Red when a criterion is ignored, or a weaker rule wins. */
class AccessJudgementTest {

    private static final List<AccessRule> RULES =
            List.of(
                    rule(
                            "DC1",
                            Effect.CONDITIONAL,
                            null,
                            List.of("đơn tố cáo", "khiếu nại"),
                            null,
                            null),
                    rule("DC2", Effect.CONDITIONAL, null, null, null, List.of("G12-")),
                    rule("CB1", Effect.CLOSED_YEARS, 10, List.of("thanh tra"), null, null),
                    rule("CB2", Effect.CLOSED_YEARS, 30, List.of("thanh tra đột xuất"), null, null),
                    rule(
                            "CN1",
                            Effect.PERSONAL_BASIC,
                            null,
                            List.of("danh sách"),
                            List.of("22"),
                            null),
                    rule("CN2", Effect.PERSONAL_SENSITIVE, null, List.of("bệnh án"), null, null),
                    rule("BM1", Effect.MAYBE_SECRET, null, List.of("diễn tập"), null, null));

    private static AccessRule rule(
            String code,
            Effect effect,
            @Nullable Integer years,
            @Nullable List<String> words,
            @Nullable List<String> types,
            @Nullable List<String> retention) {
        return new AccessRule(
                code, code, effect, years, words, types, retention, "33/2024/QH15 Điều 25");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Hồ sơ họp giao ban|-|-|01|-|NONE|false|",
                "Giải quyết KHIẾU NẠI của công dân|-|-|02|-|NONE|false|DC1",
                "giai quyet khieu nai|-|-|02|-|NONE|false|DC1",
                "Khiếu nạihàng|-|-|01|-|NONE|false|",
                "Hồ sơ văn thư|-|G12-1.09|02|-|NONE|false|DC2",
                "Hồ sơ văn thư|-|G1.02|01|-|NONE|false|",
                "Kết luận thanh tra|-|-|02|10|NONE|false|CB1",
                "Kết luận thanh tra đột xuất|-|-|02|30|NONE|false|CB2",
                "Danh sách cử tri|22|-|01|-|BASIC|false|CN1",
                "Danh sách cử tri|03|-|01|-|NONE|false|",
                "Danh sách cử tri|-|-|01|-|NONE|false|",
                "Danh sách bệnh án|22|-|01|-|SENSITIVE|false|CN2",
                "Kế hoạch diễn tập, xử lý khiếu nại|-|-|02|-|NONE|true|DC1 BM1",
            })
    void theStrictestRuleOfEachFamilyCounts(
            String text,
            @Nullable String type,
            @Nullable String retention,
            String mode,
            @Nullable Integer years,
            String personal,
            boolean secret,
            @Nullable String grounds) {
        AccessJudgement judged = AccessJudgement.of(RULES, new Subject(text, type, retention));

        assertThat(judged.accessMode()).isEqualTo(mode);
        assertThat(judged.closedYears()).isEqualTo(years);
        assertThat(judged.personalData()).isEqualTo(personal);
        assertThat(judged.maybeSecret()).isEqualTo(secret);
        assertThat(judged.grounds().stream().map(AccessJudgement.Ground::ruleCode).toList())
                .isEqualTo(grounds == null ? List.of() : List.of(grounds.split(" ")));
    }

    @Test
    void theStricterOfTwoIsTakenInEveryFamily() {
        AccessJudgement a = AccessJudgement.of(RULES, new Subject("thanh tra", null, null));
        AccessJudgement b = AccessJudgement.of(RULES, new Subject("bệnh án diễn tập", null, null));
        for (AccessJudgement both : List.of(a.with(b), b.with(a))) {
            assertThat(both.accessMode()).isEqualTo("02");
            assertThat(both.closedYears()).isEqualTo(10);
            assertThat(both.personalData()).isEqualTo("SENSITIVE");
            assertThat(both.maybeSecret()).isTrue();
            assertThat(both.grounds()).hasSize(3);
        }
        assertThat(AccessJudgement.OPEN.with(AccessJudgement.OPEN)).isEqualTo(AccessJudgement.OPEN);
    }
}
