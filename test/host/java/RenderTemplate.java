import java.io.FileInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

/**
 * Renders a template as Jira would, with stand-ins for what Jira puts into the context. A reference to
 * anything else, or a text that is missing, is an error.
 *
 * Arguments: the folder of the template, its name, the properties file. Prints each web-resource that was
 * asked for after "required: ", an empty line, and the page.
 */
public class RenderTemplate {
    public static class I18n {
        private final Properties texts = new Properties();

        public String getText(String key) {
            String text = texts.getProperty(key);
            if (text == null) {
                throw new IllegalArgumentException("no text for " + key);
            }
            return text;
        }
    }

    public static class WebResourceManager {
        public void requireResource(String key) {
            System.out.print("required: " + key + "\n");
        }
    }

    public static class Request {
        public String getContextPath() {
            return "/jira";
        }
    }

    public static void main(String[] args) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("runtime.references.strict", "true");
        settings.setProperty("file.resource.loader.path", args[0]);
        settings.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
        VelocityEngine velocity = new VelocityEngine(settings);

        I18n i18n = new I18n();
        try (InputStream file = new FileInputStream(args[2])) {
            i18n.texts.load(file);
        }
        VelocityContext context = new VelocityContext();
        context.put("i18n", i18n);
        context.put("webResourceManager", new WebResourceManager());
        context.put("req", new Request());

        StringWriter page = new StringWriter();
        velocity.getTemplate(args[1], "UTF-8").merge(context, page);
        System.out.print("\n" + page);
    }
}
