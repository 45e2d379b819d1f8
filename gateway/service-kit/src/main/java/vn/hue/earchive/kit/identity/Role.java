package vn.hue.earchive.kit.identity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Roles of the suite, as the realm names them. */
public enum Role {
    /** Văn thư. */
    CLERK("clerk"),
    /** Công chức chuyên môn. */
    SPECIALIST("specialist"),
    /** Trưởng đơn vị. */
    UNIT_HEAD("unit-head"),
    /** Người đứng đầu cơ quan. */
    LEADER("leader"),
    /** Người làm lưu trữ hiện hành. */
    AGENCY_ARCHIVIST("agency-archivist"),
    /** Người làm lưu trữ lịch sử. */
    HISTORICAL_ARCHIVIST("historical-archivist"),
    /** Giám đốc lưu trữ lịch sử. */
    ARCHIVE_DIRECTOR("archive-director"),
    /** Thành viên hội đồng xác định giá trị tài liệu. */
    COUNCIL_MEMBER("council-member"),
    /** Độc giả. */
    READER("reader"),
    /** Another system, through a service account. */
    INTEGRATION("integration"),
    /** Runs the suite; sees no content by this role. */
    OPERATOR("operator"),
    /** Reads the audit trail. */
    AUDITOR("auditor");

    private static final Map<String, Role> BY_TOKEN =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Role::token, Function.identity()));

    private final String token;

    Role(String token) {
        this.token = token;
    }

    /** The role's name in {@code realm_access.roles}. */
    public String token() {
        return token;
    }

    /** Empty for a name that is not a role of the suite, for example Keycloak's own. */
    public static Optional<Role> of(String token) {
        return Optional.ofNullable(BY_TOKEN.get(token));
    }
}
