import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints, for each rule of each profile that a file breaks, a line: path, profile, rule, message. */
final class Conformance {
    public static void main(String[] paths) {
        Logger.getLogger("").setLevel(Level.OFF);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        VeraGreenfieldFoundryProvider.initialise();
        for (String path : paths) {
            for (PDFAFlavour profile : new PDFAFlavour[] {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1}) {
                out.println(String.join("\t", path, profile.getId(), "asked", ""));
                check(path, profile, out);
            }
        }
    }

    private static void check(String path, PDFAFlavour profile, PrintStream out) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), profile);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion failed : result.getTestAssertions()) {
                String rule = failed.getRuleId().getClause() + "-" + failed.getRuleId().getTestNumber();
                String message = failed.getMessage().replaceAll("\\s+", " ");
                out.println(String.join("\t", path, profile.getId(), rule, message));
            }
            if (!result.isCompliant() && result.getTestAssertions().isEmpty()) {
                out.println(String.join("\t", path, profile.getId(), "none", "not conformant"));
            }
        } catch (Exception error) {
            out.println(String.join("\t", path, profile.getId(), "unreadable", String.valueOf(error)));
        }
    }
}
