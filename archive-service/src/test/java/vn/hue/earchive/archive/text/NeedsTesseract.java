package vn.hue.earchive.archive.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test, loudly, where Tesseract is not installed with the Vietnamese language. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsTesseract.Condition.class)
@interface NeedsTesseract {

    /** Looked for as the service does. */
    class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Files.isExecutable(Path.of("/usr/bin/tesseract"))) {
                return ConditionEvaluationResult.enabled("Tesseract is installed");
            }
            System.err.println(
                    "SKIPPED "
                            + context.getDisplayName()
                            + ": Tesseract is not installed (Debian packages tesseract-ocr and"
                            + " tesseract-ocr-vie)");
            return ConditionEvaluationResult.disabled("Tesseract is not installed");
        }
    }
}
