// What went wrong, in Swedish: what the page itself has to say, then what the library says, by its codes.

export default {
  "errors.data-unreachable":
    "Datamängden gick inte att hämta: nätet är borta. Den skulle ha funnits där. Försök igen när nätet är tillbaka, eller välj punkter, som skapas här.",
  "errors.data-refused":
    "Datamängden gick inte att hämta: servern svarade {status}. Filen skulle ha kommit. Försök igen, eller välj en annan datamängd.",
  "errors.data-broke-off":
    "Hämtningen av datamängden bröts. Hela filen skulle ha kommit. Försök igen: den hämtas på nytt.",
  "errors.model-unreachable":
    "Den tränade modellen gick inte att hämta: nätet är borta. Den skulle ha funnits där. Försök igen när nätet är tillbaka, eller träna en själv.",
  "errors.model-refused":
    "Den tränade modellen gick inte att hämta: servern svarade {status}. Filen skulle ha kommit. Försök igen, eller träna en själv.",
  "errors.model-broke-off":
    "Hämtningen av den tränade modellen bröts. Hela filen skulle ha kommit. Försök igen: den hämtas på nytt.",
  "errors.engine-unreachable":
    "Den del av sidan som räknar gick inte att ladda. Den skulle ha kommit från samma server som sidan. Försök igen när nätet är tillbaka.",
  "errors.engine-stopped":
    "Beräkningen stannade ({reason}). Den skulle ha fortsatt. Välj ett mindre nätverk eller en mindre batch om det händer igen.",
  "errors.engine-stops-again":
    "Beräkningen stannar gång på gång ({reason}). Den skulle ha fortsatt. Välj ett mindre nätverk eller en mindre batch, eller börja om.",
  "errors.chemistry-unreachable":
    "Den del av sidan som läser molekyler gick inte att ladda. Den skulle ha kommit från samma server som sidan. Försök igen när nätet är tillbaka.",
  "errors.other-data":
    "Modellen har tränats på andra data än dem som den här sidan har under det namnet. De skulle ha varit desamma. Öppna den där den sparades.",
  "errors.other-shape":
    "Modellen är för bilder på {height} gånger {width} pixlar. Här finns bara 28 gånger 28, och punkter. Använd paketet för den.",
  "errors.unknown-data-set": "Datamängden ”{value}” finns inte. Det finns {known}. Välj en av dem.",
  "errors.unknown-family": "Familjen ”{value}” finns inte. Det finns {known}. Välj en av dem.",
  "errors.unknown-link-version":
    "Länken är av version {value}. Sidan känner till {known}: den är äldre än länken. Ladda om sidan, eller be om länken en gång till.",
  "errors.part-unreachable":
    "En del av sidan gick inte att hämta. Ett svar väntades därifrån sidan kommer. Se efter anslutningen och försök igen: sidan läses in på nytt, och det som tränas finns kvar.",
  "errors.share-unreachable":
    "Det som gör länkar gick inte att hämta. Ett svar väntades därifrån sidan kommer. Se efter anslutningen och försök igen; i adressfältet står också en länk.",
  "errors.code-unreachable":
    "QR-koden gick inte att göra: den delen av sidan kunde inte hämtas. Stäng rutan och öppna den igen. Länken fungerar utan den.",
  "errors.nothing-to-save":
    "Det finns inget att spara än. Ett experiment måste ha börjat. Försök igen om ett ögonblick.",
  "errors.drawing-unreadable":
    "Punkterna i adressen går inte att läsa. Det ska vara 1 till {most} punkter så som sidan skriver dem. Rita dem igen, eller be om länken en gång till.",
  "errors.columns-unreadable":
    "Rad {line} är ”{text}”. Det ska vara två tal, x och y, med tabb, semikolon, komma eller blanksteg emellan. Rätta raden.",
  "errors.columns-empty": "Det finns inga tal. Det ska vara rader med två tal, x och y. Klistra in två kolumner.",
};
