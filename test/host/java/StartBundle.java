import java.io.File;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/**
 * Installs and starts a jar in an OSGi framework. Arguments: the jar, a folder for the framework's files, and
 * the packages that the host offers (may be empty). Prints what became of the bundle, as "name: value".
 */
public class StartBundle {
    private static void print(String name, Object value) {
        System.out.print(name + ": " + value + "\n");
    }

    public static void main(String[] args) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, args[1]);
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, args[2]);
        settings.put("felix.service.urlhandlers", "false");
        Felix framework = new Felix(settings);
        framework.start();
        Bundle bundle = framework.getBundleContext().installBundle(new File(args[0]).toURI().toString());
        bundle.start();
        print("active", bundle.getState() == Bundle.ACTIVE);
        print("name", bundle.getSymbolicName());
        print("version", bundle.getVersion());
        print("plugin key", bundle.getHeaders().get("Atlassian-Plugin-Key"));
        print("spring", bundle.getEntry("META-INF/spring/plugin-context.xml") != null);
        if (!args[2].isEmpty()) {
            Class<?> action = bundle.loadClass("com.gitintegrationcheckup.jira.GitIntegrationCheckupPageAction");
            action.getDeclaredConstructor().newInstance();
            print("extends", action.getSuperclass().getName());
            for (Annotation annotation : action.getAnnotations()) {
                Object methods = annotation.annotationType().getMethod("value").invoke(annotation);
                print("methods", java.util.Arrays.toString((Object[]) methods));
            }
        }
        framework.stop();
        framework.waitForStop(10000);
        System.exit(0);
    }
}
