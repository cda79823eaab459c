import java.io.FileInputStream;
import java.io.InputStream;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Prints each text of a properties file as Java reads and formats it, with {0} in the place of argument 0. */
public class Texts {
    public static void main(String[] args) throws Exception {
        Properties texts = new Properties();
        try (InputStream file = new FileInputStream(args[0])) {
            texts.load(file);
        }
        Object[] places = new Object[10];
        for (int i = 0; i < places.length; i++) {
            places[i] = "{" + i + "}";
        }
        for (Map.Entry<Object, Object> text : new TreeMap<Object, Object>(texts).entrySet()) {
            String formatted;
            try {
                formatted = new MessageFormat((String) text.getValue()).format(places);
            } catch (IllegalArgumentException refused) {
                formatted = "refused by MessageFormat: " + refused.getMessage();
            }
            System.out.print(text.getKey() + "\t" + formatted.replace("\n", "\\n") + "\n");
        }
    }
}
