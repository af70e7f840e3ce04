"""Names of countries, peoples, capitals and international bodies, and what else they are called.

Countries: ``canonical | other names | adjectives and peoples | capital``, fields separated by bars, entries by commas.
A capital is a place of its own and may stand for its government ("Moscow denied ..."). Names in other scripts stand
among the other names.
"""

from __future__ import annotations

COUNTRIES = """
Afghanistan|アフガニスタン,阿富汗,أفغانستان|Afghan,Afghans|Kabul
Albania||Albanian,Albanians|Tirana
Algeria|الجزائر|Algerian,Algerians|Algiers
Andorra||Andorran|
Angola||Angolan,Angolans|Luanda
Antigua and Barbuda|Antigua|Antiguan|
Argentina||Argentine,Argentinian,Argentines,Argentinians|Buenos Aires
Armenia|Армения|Armenian,Armenians|Yerevan
Australia|澳大利亚,オーストラリア|Australian,Australians,Aussie|Canberra
Austria|Österreich|Austrian,Austrians|Vienna,Wien
Azerbaijan|Азербайджан|Azerbaijani,Azerbaijanis,Azeri,Azeris|Baku
Bahamas|The Bahamas|Bahamian|Nassau
Bahrain|البحرين|Bahraini,Bahrainis|Manama
Bangladesh|বাংলাদেশ|Bangladeshi,Bangladeshis|Dhaka
Barbados||Barbadian|Bridgetown
Belarus|Byelorussia,Belorussia,Беларусь|Belarusian,Belarusians,Belorussian,Belarussian|Minsk
Belgium|Belgique,België|Belgian,Belgians|Brussels
Belize||Belizean|Belmopan
Benin||Beninese|Porto-Novo
Bhutan||Bhutanese|Thimphu
Bolivia||Bolivian,Bolivians|La Paz
Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina,Bosnia & Herzegovina|Bosnian,Bosnians|Sarajevo
Botswana||Motswana,Batswana|Gaborone
Brazil|Brasil,巴西|Brazilian,Brazilians|Brasilia,Brasília
Brunei|Brunei Darussalam|Bruneian|Bandar Seri Begawan
Bulgaria|България|Bulgarian,Bulgarians|Sofia
Burkina Faso||Burkinabe,Burkinabé|Ouagadougou
Burundi||Burundian,Burundians|Gitega
Cambodia|Kampuchea|Cambodian,Cambodians|Phnom Penh
Cameroon||Cameroonian,Cameroonians|Yaoundé,Yaounde
Canada|加拿大|Canadian,Canadians|Ottawa
Cape Verde|Cabo Verde|Cape Verdean|Praia
Central African Republic||Central African|Bangui
Chad||Chadian,Chadians|N'Djamena
Chile||Chilean,Chileans|
China|People's Republic of China,PRC,P.R.C.,Mainland China,\
中国,中华人民共和国,中國,중국,Китай,الصين|Chinese|Beijing,Peking,北京
Colombia||Colombian,Colombians|Bogotá,Bogota
Comoros||Comorian|Moroni
Democratic Republic of the Congo|DRC,DR Congo,Congo-Kinshasa,Zaire,D.R. Congo,\
Democratic Republic of Congo|Congolese|Kinshasa
Republic of the Congo|Congo-Brazzaville,Republic of Congo||Brazzaville
Costa Rica||Costa Rican,Costa Ricans|
Croatia|Hrvatska|Croatian,Croatians,Croat,Croats|Zagreb
Cuba||Cuban,Cubans|Havana
Cyprus||Cypriot,Cypriots|Nicosia
Czech Republic|Czechia|Czech,Czechs|Prague
Denmark|Danmark|Danish,Dane,Danes|Copenhagen
Djibouti||Djiboutian|
Dominica|||Roseau
Dominican Republic||Dominican,Dominicans|Santo Domingo
East Timor|Timor-Leste|Timorese,East Timorese|Dili
Ecuador||Ecuadorian,Ecuadorean,Ecuadorians|Quito
Egypt|مصر|Egyptian,Egyptians|Cairo
El Salvador||Salvadoran,Salvadorans,Salvadorean|San Salvador
Equatorial Guinea||Equatoguinean|Malabo
Eritrea||Eritrean,Eritreans|Asmara
Estonia|Eesti|Estonian,Estonians|Tallinn
Eswatini|Swaziland|Swazi,Swazis|Mbabane
Ethiopia||Ethiopian,Ethiopians|Addis Ababa
Fiji||Fijian,Fijians|Suva
Finland|Suomi|Finnish,Finn,Finns|Helsinki
France|法国,フランス,프랑스,Франция,فرنسا|French,Frenchman,Frenchmen,Frenchwoman|Paris,Élysée,Elysee
Gabon||Gabonese|Libreville
Gambia|The Gambia|Gambian,Gambians|Banjul
Georgia|Грузия|Georgian,Georgians|Tbilisi
Germany|Deutschland,Federal Republic of Germany,德国,ドイツ,독일,Германия,ألمانيا|German,Germans|Berlin
Ghana||Ghanaian,Ghanaians|Accra
Greece|Hellas,Ελλάδα|Greek,Greeks,Hellenic|Athens
Grenada||Grenadian|
Guatemala||Guatemalan,Guatemalans|Guatemala City
Guinea||Guinean,Guineans|Conakry
Guinea-Bissau|||Bissau
Guyana||Guyanese|
Haiti||Haitian,Haitians|Port-au-Prince
Honduras||Honduran,Hondurans|Tegucigalpa
Hungary|Magyarország|Hungarian,Hungarians|Budapest
Iceland||Icelandic,Icelander,Icelanders|Reykjavik,Reykjavík
India|Bharat,भारत,印度,インド,인도,Индия,الهند|Indian,Indians|New Delhi,Delhi
Indonesia||Indonesian,Indonesians|Jakarta
Iran|Islamic Republic of Iran,Persia,ایران,إيران,Иран,伊朗,イラン,이란|Iranian,Iranians,Persian,Persians|Tehran,Teheran
Iraq|العراق,Ирак|Iraqi,Iraqis|Baghdad
Ireland|Republic of Ireland,Éire,Eire|Irish,Irishman,Irishmen|Dublin
Israel|ישראל,إسرائيل,以色列,Израиль|Israeli,Israelis|Jerusalem,Tel Aviv
Italy|Italia,意大利,イタリア|Italian,Italians|Rome
Ivory Coast|Côte d'Ivoire,Cote d'Ivoire|Ivorian,Ivorians|Yamoussoukro
Jamaica||Jamaican,Jamaicans|
Japan|日本,일본,Япония,اليابان|Japanese|Tokyo,東京
Jordan|الأردن|Jordanian,Jordanians|Amman
Kazakhstan|Казахстан|Kazakh,Kazakhs,Kazakhstani|Astana,Nur-Sultan
Kenya||Kenyan,Kenyans|Nairobi
Kiribati|||Tarawa
Kosovo||Kosovar,Kosovars,Kosovan|Pristina
Kuwait|الكويت|Kuwaiti,Kuwaitis|
Kyrgyzstan|Киргизия|Kyrgyz,Kyrgyzstani|Bishkek
Laos||Lao,Laotian,Laotians|Vientiane
Latvia|Latvija|Latvian,Latvians|Riga
Lebanon|لبنان|Lebanese|Beirut
Lesotho||Basotho|Maseru
Liberia||Liberian,Liberians|Monrovia
Libya|ليبيا|Libyan,Libyans|Tripoli
Liechtenstein|||Vaduz
Lithuania|Lietuva|Lithuanian,Lithuanians|Vilnius
Luxembourg||Luxembourgish,Luxembourger|
Madagascar||Malagasy|Antananarivo
Malawi||Malawian,Malawians|Lilongwe
Malaysia||Malaysian,Malaysians|Kuala Lumpur
Maldives||Maldivian,Maldivians|Malé
Mali||Malian,Malians|Bamako
Malta||Maltese|Valletta
Marshall Islands||Marshallese|Majuro
Mauritania||Mauritanian,Mauritanians|Nouakchott
Mauritius||Mauritian|Port Louis
Mexico|México,墨西哥|Mexican,Mexicans|Mexico City
Micronesia|||Palikir
Moldova|Молдова|Moldovan,Moldovans|Chisinau,Chișinău
Monaco||Monegasque|
Mongolia|蒙古|Mongolian,Mongolians|Ulaanbaatar,Ulan Bator
Montenegro||Montenegrin,Montenegrins|Podgorica
Morocco|المغرب|Moroccan,Moroccans|Rabat
Mozambique||Mozambican,Mozambicans|Maputo
Myanmar|Burma|Burmese|Naypyidaw,Naypyitaw
Namibia||Namibian,Namibians|Windhoek
Nauru||Nauruan|
Nepal|नेपाल|Nepali,Nepalese,Nepalis|Kathmandu
Netherlands|Holland,The Netherlands,Nederland|Dutch,Dutchman,Dutchmen|The Hague,Amsterdam
New Zealand|Aotearoa|New Zealander,New Zealanders,Kiwi,Kiwis|Wellington
Nicaragua||Nicaraguan,Nicaraguans|Managua
Niger||Nigerien,Nigeriens|Niamey
Nigeria||Nigerian,Nigerians|Abuja
North Korea|DPRK,D.P.R.K.,Democratic People's Republic of Korea,N Korea,N. Korea,NK,\
朝鲜,朝鮮,北朝鲜,北朝鮮,북한,조선민주주의인민공화국,\
КНДР,Северная Корея,كوريا الشمالية|North Korean,North Koreans|Pyongyang,平壤,평양
North Macedonia|Macedonia,FYROM|Macedonian,Macedonians|Skopje
Norway|Norge|Norwegian,Norwegians|Oslo
Oman|عمان|Omani,Omanis|Muscat
Pakistan|پاکستان|Pakistani,Pakistanis|Islamabad
Palau||Palauan|
Palestine|Palestinian Authority,State of Palestine,فلسطين|Palestinian,Palestinians|Ramallah
Panama||Panamanian,Panamanians|Panama City
Papua New Guinea|PNG|Papua New Guinean|Port Moresby
Paraguay||Paraguayan,Paraguayans|Asunción,Asuncion
Peru|Perú|Peruvian,Peruvians|Lima
Philippines|The Philippines,Pilipinas|Philippine,Filipino,Filipinos,Filipina|Manila
Poland|Polska,Польша|Polish,Pole,Poles|Warsaw
Portugal||Portuguese|Lisbon
Qatar|قطر|Qatari,Qataris|Doha
Romania|România|Romanian,Romanians|Bucharest
Russia|Russian Federation,Россия,РФ,Российская Федерация,\
俄罗斯,俄羅斯,ロシア,러시아,روسيا,Росія|Russian,Russians|Moscow,\
Kremlin,Москва,Кремль
Rwanda||Rwandan,Rwandans|Kigali
Saint Lucia|St Lucia,St. Lucia||Castries
Samoa||Samoan,Samoans|Apia
San Marino|||
Saudi Arabia|Kingdom of Saudi Arabia,KSA,السعودية|Saudi,Saudis,Saudi Arabian|Riyadh
Senegal||Senegalese|Dakar
Serbia|Србија|Serbian,Serbians,Serb,Serbs|Belgrade
Seychelles||Seychellois|
Sierra Leone||Sierra Leonean,Sierra Leoneans|Freetown
Singapore|新加坡|Singaporean,Singaporeans|
Slovakia|Slovensko|Slovak,Slovaks,Slovakian|Bratislava
Slovenia|Slovenija|Slovenian,Slovenians,Slovene,Slovenes|Ljubljana
Solomon Islands|the Solomons||Honiara
Somalia||Somali,Somalis|Mogadishu
South Africa||South African,South Africans|Pretoria
South Korea|ROK,R.O.K.,Republic of Korea,S Korea,S. Korea,韩国,韓國,韓国,한국,대한민국,남한,Южная Корея,\
كوريا الجنوبية|South Korean,South Koreans|Seoul,Blue House,首尔,서울
South Sudan||South Sudanese|Juba
Soviet Union|USSR,U.S.S.R.,СССР,苏联|Soviet,Soviets|
Spain|España,西班牙|Spanish,Spaniard,Spaniards|Madrid
Sri Lanka|Ceylon|Sri Lankan,Sri Lankans|Colombo
Sudan|السودان|Sudanese|Khartoum
Suriname||Surinamese|Paramaribo
Sweden|Sverige|Swedish,Swede,Swedes|Stockholm
Switzerland|Schweiz,Suisse|Swiss|Bern,Berne
Syria|Syrian Arab Republic,سوريا,Сирия|Syrian,Syrians|Damascus
Taiwan|Republic of China,ROC,臺灣,台湾,台灣,대만|Taiwanese|Taipei,台北
Tajikistan||Tajik,Tajiks|Dushanbe
Tanzania||Tanzanian,Tanzanians|Dodoma
Thailand|Siam,ประเทศไทย|Thai,Thais|Bangkok
Togo||Togolese|Lomé
Tonga||Tongan,Tongans|
Trinidad and Tobago|Trinidad|Trinidadian|Port of Spain
Tunisia|تونس|Tunisian,Tunisians|Tunis
Turkey|Türkiye,Turkiye,تركيا,Турция|Turkish,Turk,Turks|Ankara
Turkmenistan||Turkmen|Ashgabat
Tuvalu||Tuvaluan|
Uganda||Ugandan,Ugandans|Kampala
Ukraine|Україна,Украина,乌克兰,烏克蘭,ウクライナ,우크라이나,أوكرانيا|Ukrainian,Ukrainians|Kyiv,Kiev,Київ,Киев
United Arab Emirates|UAE,U.A.E.,the Emirates,Emirates,الإمارات|Emirati,Emiratis|Abu Dhabi
United Kingdom|UK,U.K.,Britain,Great Britain,英国,イギリス,영국,Великобритания,بريطانيا|British,Briton,Britons,Brits,\
Brit|London,Downing Street,Westminster,Whitehall,Number 10,No 10,No. 10
United States|US,U.S.,USA,U.S.A.,United States of America,America,the States,\
美国,美國,アメリカ,米国,미국,США,Соединённые Штаты,\
أمريكا,الولايات المتحدة|American,Americans|Washington,White House,Washington DC,Washington D.C.
Uruguay||Uruguayan,Uruguayans|Montevideo
Uzbekistan|Узбекистан|Uzbek,Uzbeks|Tashkent
Vanuatu|||Port Vila
Vatican City|Holy See,Vatican,the Vatican||
Venezuela||Venezuelan,Venezuelans|Caracas
Vietnam|Viet Nam,Việt Nam,越南,베트남|Vietnamese|Hanoi
Western Sahara||Sahrawi,Sahrawis|
Yemen|اليمن|Yemeni,Yemenis|Sanaa,Sana'a
Zambia||Zambian,Zambians|Lusaka
Zimbabwe|Rhodesia|Zimbabwean,Zimbabweans|Harare
England||English,Englishman,Englishmen|
Scotland||Scottish,Scot,Scots|
Wales||Welsh|
Northern Ireland||Northern Irish|
Greenland||Greenlandic,Greenlander,Greenlanders|Nuuk
Hong Kong|香港|Hongkonger,Hongkongers|
Macau|Macao||
Puerto Rico||Puerto Rican,Puerto Ricans|
Gaza|Gaza Strip,غزة|Gazan,Gazans|
West Bank|||
Crimea|Крым,Крим|Crimean,Crimeans|
Kurdistan||Kurdish,Kurd,Kurds|
Tibet||Tibetan,Tibetans|Lhasa
Catalonia||Catalan,Catalans|
Czechoslovakia||Czechoslovak|
Yugoslavia||Yugoslav,Yugoslavs|
East Germany|GDR,German Democratic Republic|East German,East Germans|
West Germany||West German,West Germans|Bonn
Europe||European,Europeans|
Africa||African,Africans|
Asia||Asian,Asians|
Latin America||Latin American,Latin Americans|
North America||North American,North Americans|
South America||South American,South Americans|
Antarctica||Antarctic|
Scandinavia||Scandinavian,Scandinavians|
Middle East||Middle Eastern|
"""

ORGANISATIONS = """
United Nations|UN,U.N.,ООН,联合国,الأمم المتحدة
UN Security Council|UNSC,U.N. Security Council,United Nations Security Council,Security Council
UN General Assembly|UNGA,U.N. General Assembly,United Nations General Assembly,General Assembly
European Union|EU,E.U.,ЕС,欧盟,Europäische Union
European Commission|EC
European Parliament|
European Central Bank|ECB
European Court of Human Rights|ECtHR
Court of Justice of the European Union|CJEU,European Court of Justice,ECJ
Council of Europe|
Council of the European Union|
North Atlantic Treaty Organization|NATO,Nato,North Atlantic Treaty Organisation,НАТО,北约
World Health Organization|WHO,World Health Organisation,W.H.O.
International Monetary Fund|IMF,I.M.F.
World Bank|
World Trade Organization|WTO,World Trade Organisation
World Food Programme|WFP,World Food Program
International Atomic Energy Agency|IAEA
International Criminal Court|ICC
International Court of Justice|ICJ,World Court
International Labour Organization|ILO,International Labor Organization
International Energy Agency|IEA
International Committee of the Red Cross|ICRC
International Olympic Committee|IOC
Red Cross|
Intergovernmental Panel on Climate Change|IPCC
UNESCO|Unesco
UNICEF|Unicef,United Nations Children's Fund
UN High Commissioner for Refugees|UNHCR,UN refugee agency,UN Refugee Agency
UN Relief and Works Agency|UNRWA
UN Office for the Coordination of Humanitarian Affairs|OCHA
UN Environment Programme|UNEP
UN Development Programme|UNDP
Food and Agriculture Organization|FAO
Organisation for Economic Co-operation and Development|OECD,Organization for Economic Cooperation and Development
Organization for Security and Co-operation in Europe|OSCE
Organization of the Petroleum Exporting Countries|OPEC,Opec
Organization of American States|OAS
Organisation for the Prohibition of Chemical Weapons|OPCW
African Union|AU
Arab League|League of Arab States
Association of Southeast Asian Nations|ASEAN,Asean
Economic Community of West African States|ECOWAS,Ecowas
Gulf Cooperation Council|GCC
BRICS|Brics
Group of Seven|G7,G-7
Group of Twenty|G20,G-20
Group of Eight|G8,G-8
Amnesty International|Amnesty
Human Rights Watch|HRW
Doctors Without Borders|MSF,Médecins Sans Frontières,Medecins Sans Frontieres
Associated Press|AP,The Associated Press
Agence France-Presse|AFP
Reuters|Thomson Reuters
BBC|British Broadcasting Corporation
CNN|
New York Times|The New York Times,NYT
Washington Post|The Washington Post
Wall Street Journal|The Wall Street Journal,WSJ
Financial Times|The Financial Times,FT
Central Intelligence Agency|CIA,C.I.A.
Federal Bureau of Investigation|FBI,F.B.I.
National Security Agency|NSA
National Security Council|NSC
Department of Defense|Pentagon,the Pentagon,Defense Department,US Department of Defense,U.S. Department of Defense,DoD
State Department|US State Department,U.S. State Department,Department of State
Department of Justice|Justice Department,DOJ,US Department of Justice,U.S. Department of Justice
Department of Homeland Security|DHS
Environmental Protection Agency|EPA
Food and Drug Administration|FDA
Centers for Disease Control and Prevention|CDC,Centers for Disease Control
Federal Reserve|Fed,the Fed,US Federal Reserve,U.S. Federal Reserve
National Aeronautics and Space Administration|NASA,Nasa
European Space Agency|ESA
National Oceanic and Atmospheric Administration|NOAA
Securities and Exchange Commission|SEC
Supreme Court of the United States|US Supreme Court,U.S. Supreme Court,SCOTUS
US Congress|U.S. Congress,Capitol Hill
US Senate|U.S. Senate
US House of Representatives|U.S. House of Representatives
Republican Party|GOP,Republicans,Republican
Democratic Party|Democrats,Democrat
National Health Service|NHS
Office for National Statistics|ONS
Bank of England|BoE
House of Commons|Commons
House of Lords|
Metropolitan Police|Met Police,Scotland Yard
Labour Party|Labour
Conservative Party|Conservatives,Tories,Tory
Liberal Democrats|Lib Dems,Lib Dem
Bundestag|German Bundestag
Bundesbank|
Hamas|حماس
Hezbollah|Hizbollah,Hizbullah,Hizballah,حزب الله
Houthis|Houthi,Ansar Allah
Taliban|
Al-Qaeda|Al Qaeda,al-Qaida,Al-Qaida,al-Qaeda,al Qaeda
Islamic State|ISIS,ISIL,IS group,Islamic State group,Daesh,Isis
Wagner Group|Wagner
People's Liberation Army|PLA
Chinese Communist Party|CCP,Communist Party of China,CPC
Israel Defense Forces|IDF,Israeli military,Israeli army,Israel Defence Forces
Islamic Revolutionary Guard Corps|IRGC,Revolutionary Guards,Revolutionary Guard
Korean Central News Agency|KCNA
Yonhap News Agency|Yonhap
TASS|Tass
Xinhua News Agency|Xinhua
National Intelligence Service|NIS
Institute for the Study of War|ISW
Council on Foreign Relations|CFR
Center for Strategic and International Studies|CSIS
International Institute for Strategic Studies|IISS
Stockholm International Peace Research Institute|SIPRI
United States Institute of Peace|USIP,US Institute of Peace
"""

PEOPLE = """
Volodymyr Zelensky|Volodymyr Zelenskyy,Volodymyr Zelenskiy,Zelensky,Zelenskyy,Zelenskiy,Zelenskyi
Vladimir Putin|Putin,Путин,普京,푸틴
Kim Jong Un|Kim Jong-un,Kim Jong-Un,金正恩,김정은
Xi Jinping|Xi,习近平,시진핑
Muammar Gaddafi|Gaddafi,Muammar Qaddafi,Qaddafi,Gadhafi,Muammar Gadhafi,Moammar Gadhafi,Kadhafi
Osama bin Laden|Usama bin Laden,bin Laden,Bin Laden
Benjamin Netanyahu|Netanyahu,Binyamin Netanyahu
Recep Tayyip Erdogan|Recep Tayyip Erdoğan,Erdogan,Erdoğan
Mahmoud Ahmadinejad|Ahmadinejad
Mao Zedong|Mao Tse-tung,Chairman Mao
Alexander Lukashenko|Lukashenko,Aleksandr Lukashenko,Alyaksandr Lukashenka
Alexei Navalny|Navalny,Aleksei Navalny,Alexey Navalny
Mohammed bin Salman|MBS,Mohammad bin Salman
Dmitry Medvedev|Dmitri Medvedev
Yoon Suk Yeol|Yoon Suk-yeol
Moon Jae-in|Moon Jae In
"""

GIVEN_NAMES = """
Aaron Abdul Abdullah Abigail Adam Adele Adrian Ahmad Ahmed Aisha Alan Albert Alejandro Alessandro Alex Alexander
Alexandra Alexei Alfred Ali Alice Alicia Alison Amanda Amina Amir Amy Ana Anastasia Anders Andre Andrea Andreas Andrei
Andrew Angela Angelica Anita Ann Anna Anne Annika Anthony Anton Antonio Antony Anwar Arthur Astrid Audrey Barack
Barbara Beatrice Ben Benjamin Bent Bernard Bernie Beth Bill Birgit Bjorn Bob Boris Brandon Brenda Brian Bridget Bruce
Bruno Camilla Carl Carla Carlos Carmen Carol Caroline Catherine Cecilia Charles Charlotte Chen Chloe Chris Christian
Christina Christine Christopher Claire Clara Claudia Clive Colin Craig Cristina Daniel Daniela David Deborah Dee Denis
Dennis Diana Diego Dieter Dilip Dmitri Dmitry Dominic Donald Donna Dorothy Douglas Duncan Edgar Edith Eduardo Edward
Eileen Elena Eleanor Elias Elisabeth Elizabeth Ella Ellen Emilia Emily Emma Emmanuel Enrique Eric Erik Erika Ernest
Esther Ethan Eugene Eva Evelyn Fatima Felix Fernando Fiona Florence Frances Francesca Francis Francisco Frank Franz
Frederick Freya Friedrich Gabriel Gareth Gavin Gemma George Gerald Gerard Gianni Giles Gloria Gordon Graham Greg
Gregory Greta Guillermo Gustav Hanna Hannah Hans Harold Harriet Harry Hassan Heather Heidi Heinrich Helen Helena Helga
Henrik Henry Herbert Hiroshi Hugh Hugo Hussein Ian Ibrahim Ignacio Igor Ilse Imran Ines Inga Ingrid Irene Iris Isabel
Isabella Ivan Jack Jacob Jacqueline James Jan Jane Janet Jared Jason Javier Jean Jeff Jeffrey Jennifer Jens Jeremy
Jessica Jill Jim Joan Joanna Joe Joel Johan Johann Johanna John Jonas Jonathan Jorge Jose Joseph Joshua Josie Joyce
Juan Judith Julia Julian Juliana Julie Jun Justin Karen Karin Karl Kate Katherine Kathleen Kathy Katja Keir Keith
Kelly Kenneth Kevin Khalid Kim Kirsten Klaus Kofi Krzysztof Kumar Lars Laura Lauren Laurent Leah Lena Leo Leon
Leonard Leyla Liam Lina Linda Lisa Liz Lloyd Lorenzo Louis Louise Luca Lucas Lucia Lucy Luis Lukas Luke Lydia Lynn
Magnus Malcolm Mandla Manuel Marc Marcel Marco Marcus Margaret Maria Mariam Marianne Marie Marina Mario Marion Marjorie
Mark Marta Martha Martin Martina Mary Mateo Matthew Matthias Maud Maurice Max Maya Megan Mei Melanie Melissa Michael
Michel Michelle Miguel Mike Mikhail Milan Miriam Mohamed Mohammad Mohammed Molly Monica Monika Muhammad Nadia Nancy
Naomi Narendra Natalia Natalie Natasha Neil Nelson Nicholas Nick Nicola Nicolas Nicole Niels Nigel Nikolai Nina Noah
Nora Olaf Olga Oliver Olivia Omar Oscar Otto Owen Pablo Pamela Patricia Patrick Paul Paula Pavel Pedro Peggy Penelope
Per Peter Philip Philippe Phoebe Pierre Priya Rachel Rafael Rajesh Ralph Ramon Rana Raymond Rebecca Renate Ricardo
Richard Rishi Rita Robert Roberto Robin Roger Roland Ronald Rory Rosa Rosemary Ross Roy Ruben Rupert Russell Ruth Ryan
Sabine Sally Salma Sam Samantha Samuel Sandra Sanjay Sara Sarah Scott Sean Sebastian Serena Sergei Sergey Sergio Shane
Sharon Sheila Shinzo Silvia Simon Simone Sofia Solveig Sonia Sophia Sophie Stefan Stella Stephanie Stephen Steve Steven
Stuart Sue Sunita Susan Susanne Suzanne Sven Svetlana Sylvia Tamara Tanya Tariq Tatiana Ted Teresa Terry Theo Theodore
Theresa Therese Thomas Tim Timothy Tina Tobias Todd Tom Tomas Tony Tracy Ulrich Ursula Valentina Valeria Vanessa Vera
Veronica Victor Victoria Viktor Vincent Virginia Vivian Vladimir Volodymyr Walter Wang Warren Wayne Wendy Werner
Wilhelm William Wolfgang Xavier Yasmin Yolanda Yuki Yuri Yusuf Yvonne Zara Zoe
"""

WOMEN = """
Abigail Adele Aisha Alexandra Alice Alicia Alison Amanda Amina Amy Ana Anastasia Angela Angelica Anita Ann Anna Anne
Annika Astrid Audrey Barbara Beatrice Beth Birgit Brenda Bridget Camilla Carla Carmen Carol Caroline Catherine Cecilia
Charlotte Chloe Christina Christine Claire Clara Claudia Cristina Daniela Deborah Diana Donna Dorothy Edith Eileen
Elena Eleanor Elisabeth Elizabeth Ella Ellen Emilia Emily Emma Erika Esther Eva Evelyn Fatima Fiona Florence Frances
Francesca Freya Gemma Gloria Greta Hanna Hannah Harriet Heather Heidi Helen Helena Helga Ilse Ines Inga Ingrid Irene
Iris Isabel Isabella Jacqueline Jane Janet Jennifer Jessica Jill Joan Joanna Johanna Josie Joyce Judith Julia Juliana
Julie Karen Karin Kate Katherine Kathleen Kathy Katja Kirsten Laura Lauren Leah Lena Leyla Lina Linda Lisa Liz Louise
Lucia Lucy Lydia Margaret Maria Mariam Marianne Marie Marina Marjorie Marta Martha Martina Mary Maud Maya Megan Mei
Melanie Melissa Michelle Miriam Molly Monica Monika Nadia Nancy Naomi Natalia Natalie Natasha Nicola Nicole Nina Nora
Olga Olivia Pamela Patricia Paula Peggy Penelope Phoebe Priya Rachel Rebecca Renate Rita Rosa Rosemary Ruth Sabine
Sally Salma Samantha Sandra Sara Sarah Serena Sharon Sheila Silvia Simone Sofia Solveig Sonia Sophia Sophie Stella
Stephanie Sue Sunita Susan Susanne Suzanne Svetlana Sylvia Tamara Tanya Tatiana Teresa Theresa Therese Tina Ursula
Valentina Valeria Vanessa Vera Veronica Victoria Virginia Vivian Wendy Yasmin Yolanda Yuki Yvonne Zara Zoe
"""

SEATS = {
    "Brussels": ("European Union",),
    "The Hague": ("International Criminal Court",),
    "Strasbourg": ("European Parliament",),
}
"""Cities that may also stand for a body that sits there."""

TITLES = frozenset(
    """Mr Mrs Ms Miss Mx Dr Prof Professor President Premier Chancellor King Queen Prince Princess Pope Emperor Empress
    Sultan Sheikh Emir Ayatollah Senator Sen Representative Rep Congressman Congresswoman Governor Gov Mayor Councillor
    Councilor Councilman Councilwoman General Gen Lieutenant Lt Colonel Col Major Maj Captain Capt Sergeant Sgt Admiral
    Adm Commander Commissioner Secretary Minister Judge Ambassador Envoy Sir Dame Lord Lady Baron Baroness Reverend Rev
    Bishop Archbishop Cardinal Rabbi Imam Coach Director Chairman Chairwoman Chairperson Chair Spokesman Spokeswoman
    Spokesperson Speaker Detective Inspector Constable Nurse Sheriff Marshal Comrade Justice Chief Officer
    Secretary-General
    Director-General Attorney Pastor Superintendent Brigadier Corporal Private Deputy Treasurer Mister Madame Madam
    Monsieur Herr Frau Señor Señora Signor Don Doctor Analyst Economist Leader Boss Captain Manager Principal Dean
    Chief-Executive CEO Hon Msgr Warden""".split()
)
"""Words before a name that say what the person is."""

TITLE_PARTS = frozenset(
    """Foreign Defence Defense Interior Finance Health Trade Energy Education Vice Prime Deputy Acting Former First Home
    Field Crown Grand Executive Press Staff Assistant Associate Under Senior Shadow Environment Transport Agriculture
    Culture Labour Labor Police Fire Head Chief Attorney Economy Climate Justice Treasury Security Opposition Financial
    Operating Supreme Permanent Special National District State Minister General Officer Agent Tax""".split()
)
"""Words that belong to a title when a title word stands beside them: "Foreign Minister", "Vice President"."""

ORGANISATION_HEADS = frozenset(
    """Ministry Department Agency Bureau Office Commission Committee Council Court Tribunal Parliament Congress Senate
    Assembly House Party Union Alliance Federation League Association Organisation Organization Institute Institution
    Foundation Fund Bank Reserve University College School Academy Hospital Clinic Trust Society Club Church Group
    Company Corporation Corp Inc Ltd Plc PLC LLC GmbH AG SA Holdings Industries Airlines Airways Motors Systems
    Technologies Energy Electric Media News Times Post Journal Tribune Herald Guardian Gazette Press Broadcasting
    Television TV Radio Network Army Navy Force Forces Guard Police Command Corps Brigade Battalion Regiment Division
    Center Centre Laboratory Laboratories Observatory Museum Library Authority Administration Service Services Board
    Team Watch Network Initiative Coalition Movement Front Secretariat Directorate Chamber
    Exchange Partners Associates Brothers Treasury Endowment Panel Conference Inspectorate Registry Forum
    Review""".split()
)
"""Words that make a run of capitals an organisation."""

PLACE_HEADS = frozenset(
    """City Town County Province Region District State Island Islands Peninsula Sea Ocean Lake River Bay Gulf Strait
    Straits Channel Canal Mountain Mountains Mount Hill Hills Valley Desert Forest Park Street Avenue Road Square Bridge
    Airport Station Harbour Harbor Port Beach Coast Cape Republic Kingdom Territory Village Falls Springs East West
    North South Oblast Prefecture""".split()
)
"""Words that make a run of capitals a place."""

OF_HEADS = frozenset(
    """Gulf Isle Isles Horn Treaty Declaration War Battle Order Duke Duchess Prince Princess King Queen Archbishop
    Bishop Community States Emirates Doctors Friends Sons Daughters Knights Ministers Institutes Tower Statue Temple
    Heart Ladies Rock Ark Book Day Palace Cathedral""".split()
)
"""Words after which "of" goes on with the name: "Statue of Liberty", "Doctors of the World"."""
