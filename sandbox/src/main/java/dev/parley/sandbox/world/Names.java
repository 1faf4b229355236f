package dev.parley.sandbox.world;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names and biographies from many places. */
final class Names {
    private static final List<List<String>> FIRST = List.of(
            List.of("Amina", "Youssef", "Leïla", "Karim", "Salma", "Omar", "Nour", "Tarek"),
            List.of("Sofía", "Mateo", "Valentina", "Diego", "Camila", "Julián", "Lucía", "Andrés"),
            List.of("Hanna", "Jonas", "Lena", "Matthias", "Katharina", "Jürgen", "Anke", "Felix"),
            List.of("Chiara", "Lorenzo", "Giulia", "Matteo", "Elisa", "Davide", "Paola", "Nicolò"),
            List.of("Yuki", "Haruto", "Sakura", "Ren", "Aoi", "Daiki", "Mio", "Kenta"),
            List.of("Priya", "Arjun", "Ananya", "Rohan", "Kavya", "Vikram", "Meera", "Dev"),
            List.of("Ngozi", "Chidi", "Adaeze", "Emeka", "Ifeoma", "Tunde", "Folake", "Kwame"),
            List.of("Zofia", "Jakub", "Maja", "Paweł", "Agnieszka", "Michał", "Ewa", "Krzysztof"),
            List.of("Elif", "Mehmet", "Zeynep", "Emre", "Ayşe", "Kerem", "Selin", "Barış"),
            List.of("Linh", "Minh", "Huong", "Tuan", "Mai", "Quang", "Thao", "Duc"),
            List.of("Ingrid", "Lars", "Freja", "Bjørn", "Astrid", "Sven", "Maja", "Øyvind"),
            List.of("Emily", "Jack", "Grace", "Liam", "Ruby", "Oscar", "Chloe", "Noah"),
            List.of("Beatriz", "João", "Mariana", "Thiago", "Inês", "Rafael", "Larissa", "Caio"),
            List.of("Camille", "Théo", "Manon", "Hugo", "Élodie", "Bastien", "Margaux", "Rémi"),
            List.of("Jiwoo", "Minjun", "Seoyeon", "Hyunwoo", "Yuna", "Taeyang", "Haeun", "Jisoo"));
    private static final List<List<String>> LAST = List.of(
            List.of("Haddad", "Benali", "Mansour", "Farouk", "Cherif", "Rahmani", "Saidi", "Khoury"),
            List.of("García", "Rojas", "Fernández", "Castillo", "Muñoz", "Vargas", "Ibáñez", "Peña"),
            List.of("Schneider", "Vogel", "Köhler", "Brandt", "Weiß", "Lindner", "Krüger", "Albrecht"),
            List.of("Rossi", "Moretti", "Ferrara", "Conti", "Galli", "Rinaldi", "Fontana", "Serra"),
            List.of("Tanaka", "Mori", "Kobayashi", "Fujita", "Ishikawa", "Ono", "Takeda", "Hayashi"),
            List.of("Sharma", "Iyer", "Kapoor", "Nair", "Reddy", "Bose", "Joshi", "Malhotra"),
            List.of("Okafor", "Adeyemi", "Mensah", "Balogun", "Eze", "Boateng", "Obi", "Danso"),
            List.of("Kowalska", "Nowak", "Zieliński", "Wójcik", "Mazur", "Lis", "Górska", "Dudek"),
            List.of("Yılmaz", "Demir", "Kaya", "Şahin", "Öztürk", "Aydın", "Arslan", "Koç"),
            List.of("Nguyen", "Tran", "Pham", "Hoang", "Vu", "Dang", "Bui", "Do"),
            List.of("Lindqvist", "Hansen", "Berg", "Nyström", "Dahl", "Sørensen", "Holm", "Ekström"),
            List.of("Walker", "Bennett", "Hughes", "Foster", "Reid", "Murphy", "Clarke", "Ward"),
            List.of("Silva", "Costa", "Moreira", "Teixeira", "Barros", "Cardoso", "Fonseca", "Ramos"),
            List.of("Dubois", "Lefèvre", "Moreau", "Girard", "Perrin", "Chevalier", "Marchand", "Blanc"),
            List.of("Kim", "Park", "Choi", "Jung", "Kang", "Yoon", "Han", "Seo"));
    private static final List<String> TRADES = List.of(
            "photographer",
            "baker",
            "architect",
            "nurse",
            "illustrator",
            "surf teacher",
            "barista",
            "biologist",
            "teacher",
            "carpenter",
            "student",
            "cyclist",
            "ceramist",
            "programmer",
            "gardener",
            "translator",
            "runner",
            "chef",
            "musician",
            "florist");
    private static final List<String> PLACES = List.of(
            "Lisboa 🇵🇹",
            "Kyoto",
            "Oaxaca",
            "Lagos",
            "Kraków",
            "İzmir",
            "Bergen",
            "Hội An",
            "Tunis",
            "Jaipur",
            "Bogotá",
            "Marseille",
            "Busan",
            "Torino",
            "Leipzig",
            "Cork",
            "Accra",
            "Porto Alegre",
            "Québec",
            "Beirut");
    private static final List<String> LOVES = List.of(
            "slow mornings",
            "night trains",
            "film cameras",
            "long walks",
            "street food",
            "old maps",
            "good bread",
            "the sea",
            "second-hand books",
            "mountain huts",
            "dogs > people",
            "☕ first",
            "sourdough",
            "rain",
            "salsa",
            "tiny houses",
            "wild swimming",
            "vinyl",
            "markets",
            "sunsets 🌅");
    private static final List<String> USERNAME_SEPARATORS = List.of("", ".", "_");
    private static final int SHARE_WITHOUT_BIOGRAPHY_PERCENT = 12;
    private static final int PERCENT = 100;

    private Names() {}

    static String fullName(Dice dice) {
        int place = dice.of(1).below(FIRST.size());
        return dice.of(2).pick(FIRST.get(place)) + " " + dice.of(3).pick(LAST.get(place));
    }

    /** Not yet unique: the caller adds the number when somebody already has it. */
    static String username(String fullName, Dice dice) {
        return ascii(fullName).replace(" ", dice.of(4).pick(USERNAME_SEPARATORS));
    }

    static String biography(Dice dice) {
        if (dice.of(5).below(PERCENT) < SHARE_WITHOUT_BIOGRAPHY_PERCENT) {
            return "";
        }
        return "%s in %s · %s, %s"
                .formatted(
                        dice.of(6).pick(TRADES),
                        dice.of(7).pick(PLACES),
                        dice.of(8).pick(LOVES),
                        dice.of(9).pick(LOVES));
    }

    private static String ascii(String name) {
        String plain = name.replace('ł', 'l')
                .replace('ı', 'i')
                .replace('ø', 'o')
                .replace("ß", "ss")
                .replace('Ø', 'O');
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9 ]", "")
                .toLowerCase(Locale.ROOT);
    }
}
