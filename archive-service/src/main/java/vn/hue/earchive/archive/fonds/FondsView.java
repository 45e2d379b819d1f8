package vn.hue.earchive.archive.fonds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.accession.Amounts;

/** A fonds, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Fonds", description = "Phông lưu trữ: the records of one body")
record FondsView(
        UUID id,
        UUID agencyId,
        @Schema(description = "Mã phông; the agency's code while the fonds is open") String code,
        @Schema(enumeration = {"FONDS", "WORKS", "COLLECTION"}) String kind,
        @Schema(enumeration = {"OPEN", "CLOSED"}) String status,
        @Schema(description = "Tên phông") String title,
        @Schema(description = "Lịch sử đơn vị hình thành phông")
                @Nullable String administrativeHistory,
        @Schema(description = "Phương án phân loại / nhóm tài liệu chủ yếu")
                @Nullable String classificationScheme,
        @Schema(description = "Code list language") List<String> languages,
        @Schema(description = "Chế độ dự phòng") boolean backupRegime,
        @Schema(description = "Công cụ tra cứu") @Nullable String findingAids,
        @Schema(description = "Ghi chú") @Nullable String description,
        @Schema(description = "Thời gian tài liệu: the earliest; absent without holdings")
                @Nullable LocalDate dateFrom,
        @Schema(description = "The latest") @Nullable LocalDate dateTo,
        @Schema(description = "Tổng số tài liệu, counted anew") Amounts holdings) {}
