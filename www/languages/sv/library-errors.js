// What the library says went wrong, by its codes, in Swedish.

export default {
  "errors.setting-out-of-range":
    "”{setting}” är {value}. Det ska vara {kind} från {least} till {most}. Välj ett annat värde.",
  "errors.layers-out-of-range":
    "”{setting}” är {value}. Det ska vara en lista med högst {layers} heltal, vart och ett från {least} till {most}. Välj ett annat värde.",
  "errors.setting-not-a-choice": "”{setting}” är {value}. Det ska vara ett av {choices}. Välj ett annat värde.",
  "errors.setting-unknown":
    "Inställningen {setting} finns inte. De som finns är {known}. Rätta namnet, eller utelämna den.",
  "errors.setting-missing": "”{setting}” saknas. Det måste ha ett värde. Ge det ett.",
  "errors.setting-fixed":
    "”{setting}” kan inte ändras under träningen. Det går med {live}. Börja ett nytt experiment med det.",
  "errors.not-an-object":
    "Argumentet ”{argument}” är {value}. Det ska vara ett objekt enligt paketets typer. Rätta det och försök igen.",
  "errors.objective-unsuited-family":
    "Målfunktionen ”{objective}” passar inte familjen ”{family}”. Det ska vara en av {choices}. Välj en annan målfunktion.",
  "errors.objective-unsuited-points":
    "Målfunktionen ”{objective}” går inte att använda för punkter i planet. Där passar {choices}: korsentropi är för värden från 0 till 1. Välj en annan målfunktion, eller bilder.",
  "errors.corruption-unsuited-points":
    "Störningen ”{corruption}” går inte att göra med punkter i planet. Där passar {choices}. Välj en annan störning eller ingen, eller bilder.",
  "errors.setting-unsuited": "”{setting}” är {value}. Det ska vara {expected}. Välj ett annat värde.",
  "errors.objective-unsuited-signals":
    "Målfunktionen ”{objective}” går inte att använda för signaler. Där passar {choices}: korsentropi är för värden från 0 till 1. Välj en annan målfunktion, eller bilder.",
  "errors.corruption-unsuited-signals":
    "Störningen ”{corruption}” går inte att göra med signaler. Där passar {choices}. Välj en annan störning eller ingen, eller bilder.",
  "errors.length-not-halvable":
    "Signalerna har {length} värden. Längden ska gå att halvera {layers} gånger, en gång för varje lager. Välj ett tätt kopplat nätverk, färre lager eller andra data.",
  "errors.points-not-drawn":
    "Punkter kom med en form som inte är ritad. De hör bara till formen ”drawn”. Utelämna punkterna, eller välj formen ”drawn”.",
  "errors.data-other-kind": "Data är {data}. Modellen är gjord för {model}. Börja ett nytt experiment för andra data.",
  "errors.corruption-fixed":
    "Med störningen ”{corruption}” får kodaren färre tal, så den kan varken börja eller sluta under träningen. Här passar en annan störning, eller ingen. Börja ett nytt experiment med den.",
  "errors.sides-not-even":
    "Bilderna är {height} gånger {width} pixlar och skulle göras hälften så stora. Sidorna ska vara jämna tal. Välj en annan störning eller andra data.",
  "errors.condition-without-labels":
    "Avkodaren skulle få veta etiketten, och data har ingen. Det ska vara data med etiketter. Läs in etiketterna också, eller låt avkodaren inte veta något.",
  "errors.label-unsuited":
    "Etiketten {label} beställdes. Det krävs en modell som får veta etiketter; den här känner {labels}. Beställ en etikett som den känner, eller ingen.",
  "errors.unit-out-of-range":
    "Enhet nummer {unit} beställdes. Lagret har {units} enheter, räknade från 0. Beställ någon av dem.",
  "errors.network-unsuited-points":
    "Ett faltningsnätverk har valts för punkter i planet. Där ska nätverket vara tätt kopplat. Välj ett sådant, eller bilder.",
  "errors.packing-unsuited":
    "{packing} exempel skulle bedömas ihop av ett faltningsnätverk, eller av ett som får veta etiketter. Där ska de bedömas ett och ett. Välj ett tätt kopplat nätverk utan etiketter, eller 1.",
  "errors.batch-not-packable":
    "Batchen har {batch} exempel, som inte går jämnt upp i grupper om {packing}. Den ska gå att dela med {packing}. Välj en annan batchstorlek, eller ett annat antal som bedöms ihop.",
  "errors.sides-not-halvable":
    "Bilderna är {height} gånger {width} pixlar. Sidorna ska gå att halvera {layers} gånger, en gång för varje lager. Välj ett tätt kopplat nätverk, färre lager eller andra data.",
  "errors.model-too-large":
    "Modellen skulle behöva {needed} MB minne för sin träning. Den får ta högst {allowed} MB. Välj färre eller smalare lager, eller en mindre batch.",
  "errors.no-encoder":
    "Ett GAN har ingen kodare, så det kan varken koda eller återskapa. Det ska vara en autoencoder, variationell eller inte. Använd en sådan.",
  "errors.no-discriminator":
    "Bara ett GAN har en förlust som säger vart det skapade borde flytta sig. Det ska vara ett GAN. Skapa ett, eller se på poängen.",
  "errors.no-evidence-bound":
    "Bara en variationell autoencoder har en undre gräns för sannolikheten (ELBO). Det ska vara en sådan. Skapa en, eller mät något annat.",
  "errors.no-adversaries":
    "Bara ett GAN har en generator och en diskriminator, som kan tränas var för sig och följas steg för steg. Det ska vara ett GAN. Skapa ett, eller träna allt på en gång.",
  "errors.engine-missing": "Den här utgåvan saknar WebGPU. Beräkningen ska ske på CPU. Välj CPU, eller snabbast.",
  "errors.webgpu-failed":
    "WebGPU gick inte att starta ({reason}). Det behövs ett grafikkort som går att räkna på. Välj CPU, eller en webbläsare med WebGPU.",
  "errors.adapter-missing":
    "Webbläsaren har ingen WebGPU med tidmätning. En sådan behövs. Välj CPU, eller en annan webbläsare.",
  "errors.load-failed":
    "Den del av sidan som räknar gick inte att ladda ({builds}: {reason}). Den skulle ha kommit från samma server som sidan. Försök igen när nätet är tillbaka.",
  "errors.device-failed":
    "Beräkningen stannade mitt i arbetet ({reason}). Enheten ska fungera. Fortsätt på CPU från det som senast sparades.",
  "errors.self-test-failed":
    "Beräkningen klarade inte sitt prov: förlusten ”{loss}” för familjen ”{family}” är {value}. Den ska vara {expected}, som på CPU. Välj CPU; en nyare webbläsare eller drivrutin kan hjälpa.",
  "errors.idx-too-short":
    "Filen med {file} har bara {bytes} byte. Det ska vara en IDX-fil med {file}, packad med gzip eller inte. Välj en annan fil, eller gör om den till IDX.",
  "errors.idx-foreign":
    "Filen med {file} börjar med {start}. Det ska vara en IDX-fil med {file}, som börjar med {expected}. Välj en annan fil, eller gör om den till IDX.",
  "errors.idx-empty": "Filen med {file} är tom. Den ska ha minst en. Välj en annan fil.",
  "errors.idx-shorter":
    "Filen med {file} lovar {promised} byte efter sitt huvud och har {found}. Den ska ha så många som den lovar. Hämta den igen, eller välj en annan fil.",
  "errors.idx-longer":
    "Filen med {file} lovar {promised} byte efter sitt huvud och har fler. Den ska ha så många som den lovar. Hämta den igen, eller välj en annan fil.",
  "errors.gzip-damaged":
    "Gzip-filen med {file} är skadad ({reason}). Den ska vara hel. Hämta den igen, eller välj en annan fil.",
  "errors.images-too-large":
    "Bilderna är {height} gånger {width} pixlar. Sidorna ska vara från 1 till {most}. Gör bilderna mindre; 28 gånger 28 går bra att träna på här.",
  "errors.data-too-large":
    "Data behöver {needed} MB minne. De får ta högst {allowed} MB vid sidan av modellen. Ta färre eller mindre bilder.",
  "errors.labels-mismatch":
    "Det finns {images} bilder och {labels} etiketter. Det ska finnas en etikett för varje bild. Ta den etikettfil som hör till bilderna, eller ingen.",
  "errors.images-other-size":
    "Data är bilder på {height} gånger {width} pixlar. Modellen är gjord för {modelHeight} gånger {modelWidth}. Börja ett nytt experiment för andra data.",
  "errors.images-for-points":
    "Data är bilder på {height} gånger {width} pixlar. Modellen är gjord för punkter i planet. Börja ett nytt experiment för andra data.",
  "errors.points-for-images":
    "Data är punkter i planet. Modellen är gjord för bilder på {modelHeight} gånger {modelWidth} pixlar. Börja ett nytt experiment för andra data.",
  "errors.name-too-long": "Datamängdens namn har {length} tecken. Det får ha högst {most}. Välj ett kortare.",
  "errors.no-data": "Inga data är laddade. Det behövs data att träna på. Välj en datamängd först.",
  "errors.no-labels":
    "Bara vissa etiketter skulle användas, men bilderna har inga. Det ska finnas en fil med etiketter. Välj den också, eller alla bilder.",
  "errors.none-with-labels":
    "Ingen bild har någon av etiketterna {only}. Det ska vara etiketter som finns. Välj andra, eller alla bilder.",
  "errors.nothing-odd":
    "Det finns inget att skilja åt: testbilderna är inte både normala och avvikande. Det ska vara några etiketter som är normala, och testdata även med andra. Välj på nytt vad som är normalt.",
  "errors.no-test-data":
    "Inga testdata är laddade. Det behövs data som modellen inte har tränats på. Ladda sådana först.",
  "errors.classifier-missing":
    "Det finns ingen klassificerare för dessa data. Det ska vara bilder på 28 gånger 28 och en klassificerare för sådana. Ladda den först.",
  "errors.classifier-unsuited":
    "Den lilla klassificeraren tar inte dessa data. Det ska vara bilder på 28 gånger 28 med etiketter från 0 till 9. Välj sådana bilder att lära av.",
  "errors.not-pictures": "Data i det här experimentet är inte bilder. Det ska vara bilder. Välj bilder att lära av.",
  "errors.count-out-of-range":
    "Antalet är {count} ({what}). Det ska vara från 1 till {most}. Välj ett antal däremellan.",
  "errors.input-length":
    "Indata ({input}) har {numbers} tal. Det ska vara från 1 till {most} gånger {width} tal. Ta hela exempel, ett efter ett.",
  "errors.input-not-finite": "Indata ({input}) har {value} på plats {place}. Det ska vara ändliga tal. Byt ut det.",
  "errors.examples-out-of-range":
    "{count} exempel från nummer {start} efterfrågades. Det finns {all}. Välj färre, eller börja tidigare.",
  "errors.training-diverged":
    "Träningen skenade: förlusten ”{loss}” blev {value}, och de sista stegen togs tillbaka. Förlusterna ska vara ändliga tal. Sänk inlärningstakten och fortsätt.",
  "errors.session-busy": "Ett annat anrop pågår. Det ska vara klart först. Vänta på det, och försök igen.",
  "errors.argument-out-of-range":
    "Argumentet ”{argument}” är {value}. Det ska vara ett heltal från 0 till {most}. Ange ett sådant.",
  "errors.checkpoint-unwritten":
    "Modellen gick inte att spara ({reason}). Det skulle ha gått. Rapportera det som ett fel.",
  "errors.checkpoint-damaged":
    "Den sparade modellen är ingen hel safetensors-fil ({reason}). Det ska vara en fil som har sparats här. Välj en annan; den här går inte att fortsätta med.",
  "errors.checkpoint-foreign":
    "Safetensors-filen har inget experiment. Det ska vara en fil som har sparats här. Välj en annan; den här går inte att fortsätta med.",
  "errors.checkpoint-unreadable":
    "Filens huvud går inte att läsa ({reason}). Det ska vara en fil som har sparats här. Välj en annan; den här går inte att fortsätta med.",
  "errors.checkpoint-version":
    "Filen har version {version}. Den ska ha version 1 till {newest}. Öppna den där den sparades, eller välj en annan.",
  "errors.checkpoint-number":
    "Filens ”{name}” är {value}. Det ska vara ett heltal från 0 till {most}. Välj en annan fil; den här går inte att fortsätta med.",
  "errors.tensor-missing":
    "Filen saknar tensorn ”{tensor}”. Det ska vara en fil som har sparats här. Välj en annan; den här går inte att fortsätta med.",
  "errors.tensor-shape":
    "Filens tensor ”{tensor}” är {found}. Den ska vara {expected}. Välj en annan fil; den här går inte att fortsätta med.",
  "errors.tensor-value":
    "Filens tensor ”{tensor}” har {value}. Det ska vara ändliga tal, och för medelvärden av kvadrater inga under 0. Välj en annan fil; den här går inte att fortsätta med.",
  "errors.out-of-memory":
    "Det finns inget minne kvar för data. Det ska räcka till allt som filen packas upp till. Stäng andra experiment, eller ta färre eller mindre bilder.",
  "errors.argument-unsuited": "Argumentet ”{argument}” är {value}. Det ska vara {expected}. Ange ett sådant.",
  "errors.call-too-large":
    "Anropet skulle behöva {needed} MB minne utöver experimentets. Det får ta högst {allowed} MB. Ta mindre åt gången.",
  "errors.session-freed": "Experimentet har stängts. Det ska vara ett som finns kvar. Börja ett nytt.",
};
